import { useEffect, useState } from 'react'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

const AFTER_MILLISECONDS = 300
const RETRY_MILLISECONDS = 3_000
/** Where no code is shown, staff may hand it over or get it ready at any moment. */
const LOOK_AGAIN_MILLISECONDS = 10_000

/** One redemption as it stands, with a code that is always the present one for as long as the page stands. */
export function useRedemption(redemptionId: string) {
  const asked = useAsked(() => call.points.getRedemption({ redemptionId }), [redemptionId])
  const { value, error, again } = asked
  const [fetchedAt, setFetchedAt] = useState(0)
  useEffect(() => setFetchedAt(Date.now()), [value])
  const isOpen = value !== undefined && (value.state === 'confirmed' || value.state === 'ready' || value.state === 'reserved')
  const waitMilliseconds =
    error !== undefined
      ? RETRY_MILLISECONDS
      : value?.validForSeconds
        ? value.validForSeconds * 1000 + AFTER_MILLISECONDS
        : LOOK_AGAIN_MILLISECONDS
  useEffect(() => {
    if (!isOpen) return undefined
    const timer = setTimeout(() => void again(), Math.min(waitMilliseconds, LOOK_AGAIN_MILLISECONDS))
    return () => clearTimeout(timer)
  }, [isOpen, waitMilliseconds, again, fetchedAt])
  // A code older than it is good for is of no use to anybody.
  const isStale = asked.state === 'failed' && Date.now() - fetchedAt > (value?.validForSeconds ?? 0) * 1000 + LOOK_AGAIN_MILLISECONDS
  return { ...asked, code: isStale ? undefined : value?.code }
}
