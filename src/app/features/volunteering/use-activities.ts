import { useEffect, useState } from 'react'
import type { ActivityCard } from '#contract/volunteering-shapes'
import type { Point } from '#contract/shapes'
import { call } from '#app/platform/call-operation'
import { useReachEnd } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'

export interface ActivityFilter {
  communityId?: string
  topic?: string
  near?: Point
  /** Instants; from now on where absent. */
  from?: string
  to?: string
}

/** How far "near me" reaches: a quarter of an hour by bicycle. */
const NEAR_METRES = 3000

interface Page {
  activities: ActivityCard[]
  nextCursor?: string
}

const ask = (filter: ActivityFilter, cursor?: string): Promise<Page> =>
  call.volunteering.listActivities({ ...filter, ...(filter.near && { withinMetres: NEAR_METRES }), ...(cursor && { cursor }) })

/** Activities page by page, soonest first; anew when the filter changes or the page shows. */
export function useActivities(filter: ActivityFilter) {
  const personId = usePerson()?.personId
  const question = `${personId ?? ''} ${JSON.stringify(filter)}`
  const first = useAsked(async () => ({ question, page: await ask(filter) }), [question])
  const [older, setOlder] = useState<Page | undefined>(undefined)
  const [isAsking, setIsAsking] = useState(false)
  const [moreError, setMoreError] = useState<unknown>(undefined)
  useEffect(() => setOlder(undefined), [question, first.value])

  // While a new question is on its way, the answer to another one is not shown as if it were its own.
  const page = first.value?.question === question ? first.value.page : undefined
  const nextCursor = older ? older.nextCursor : page?.nextCursor
  const more = async () => {
    if (!nextCursor || isAsking) return
    setIsAsking(true)
    setMoreError(undefined)
    try {
      const next = await ask(filter, nextCursor)
      setOlder(known => ({ activities: [...(known?.activities ?? []), ...next.activities], nextCursor: next.nextCursor }))
    } catch (fault) {
      setMoreError(fault)
    } finally {
      setIsAsking(false)
    }
  }
  useReachEnd(() => void more())
  return {
    ...{ error: first.state === 'failed' ? first.error : undefined, again: first.again },
    activities: page && [...page.activities, ...(older?.activities ?? [])],
    ...{ more, hasMore: nextCursor !== undefined, isAsking, moreError }
  }
}
