import { useEffect, useState } from 'react'
import { call } from '#app/platform/call-operation'
import { useHide, useShow } from '#app/platform/navigation'
import { useAsked } from '#app/platform/use-asked'

const LIVE_MILLISECONDS = 10_000

/** The roster of a shift; `isLive` asks again every 10 s while the page is on top. */
export function useRoster(shiftId: string, isLive: boolean) {
  const asked = useAsked(() => call.volunteering.getRoster({ shiftId }), [shiftId])
  const [isShown, setIsShown] = useState(true)
  useShow(() => setIsShown(true))
  useHide(() => setIsShown(false))
  const { again } = asked
  useEffect(() => {
    if (!isLive || !isShown) return undefined
    const beat = setInterval(() => void again(), LIVE_MILLISECONDS)
    return () => clearInterval(beat)
  }, [isLive, isShown, again])
  return asked
}

export type Roster = NonNullable<ReturnType<typeof useRoster>['value']>
