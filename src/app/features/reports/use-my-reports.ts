import { useEffect, useState } from 'react'
import type { ReportCard } from '#contract/report-shapes'
import { joinPages } from '#app/features/reports/report-list-rules'
import { call } from '#app/platform/call-operation'
import { usePullToRefresh, useReachEnd } from '#app/platform/navigation'
import { useAsked } from '#app/platform/use-asked'

interface Older {
  reports: ReportCard[]
  nextCursor?: string
}

/** My reports page by page: the first anew whenever the page shows, the older ones as the end comes near. */
export function useMyReports(personId: string | undefined, sentCount: number) {
  const first = useAsked(
    async (): Promise<Older> => (personId ? call.reports.listMyReports({}) : { reports: [] }),
    // A queued report that has just gone out stands in the list at once.
    [personId, sentCount]
  )
  const [older, setOlder] = useState<Older | undefined>(undefined)
  const [error, setError] = useState<unknown>(undefined)
  const [isAsking, setIsAsking] = useState(false)
  useEffect(() => setOlder(undefined), [personId])

  const nextCursor = older ? older.nextCursor : first.value?.nextCursor
  const more = async () => {
    if (!nextCursor || isAsking) return
    setIsAsking(true)
    setError(undefined)
    try {
      const page = await call.reports.listMyReports({ cursor: nextCursor })
      setOlder(known => ({ reports: [...(known?.reports ?? []), ...page.reports], nextCursor: page.nextCursor }))
    } catch (fault) {
      setError(fault)
    } finally {
      setIsAsking(false)
    }
  }
  useReachEnd(() => void more())
  usePullToRefresh(first.again)
  return {
    ...{ state: first.state, error: first.error, again: first.again },
    reports: first.value && joinPages(first.value.reports, older?.reports ?? []),
    ...{ more, hasMore: nextCursor !== undefined, isAsking, moreError: error }
  }
}
