import { useEffect, useState } from 'react'
import { addressOf, filterOf, type WorkFilter } from '#app/features/reports/work-filter-rules'
import { DISPATCH_COUNT_MAX } from '#app/features/reports/work-dispatch-rules'
import { useWorkCounts } from '#app/features/reports/use-work-counts'
import { useWorkList } from '#app/features/reports/use-work-list'
import { useParams } from '#app/platform/navigation'
import { toast } from '#app/platform/toast'
import { keepInAddress } from '#app/platform/keep-in-address'
import { staffPaths } from '#app/platform/staff-paths'

/** What the workbench holds: the filter and the open case (both in the address), the list, and what is ticked. */
export function useWorkDesk() {
  const arrived = useParams()
  const [filter, setFilter] = useState(() => filterOf(arrived))
  const [openId, setOpenId] = useState<string | undefined>(arrived.case)
  const [ticked, setTicked] = useState<ReadonlySet<string> | undefined>(undefined)
  const list = useWorkList(filter)
  const counts = useWorkCounts()

  useEffect(() => keepInAddress(staffPaths.work, { ...addressOf(filter), ...(openId && { case: openId }) }), [filter, openId])

  const choose = (next: WorkFilter) => {
    if (next.tab !== filter.tab) setOpenId(undefined)
    setFilter(next)
    setTicked(undefined)
  }
  const tick = (reportId: string) => {
    const next = new Set(ticked)
    if (!next.delete(reportId)) {
      if (next.size >= DISPATCH_COUNT_MAX) return toast(`一次最多 ${DISPATCH_COUNT_MAX} 件`)
      next.add(reportId)
    }
    setTicked(next)
  }
  /** What was moved leaves the queue, and the next one opens: a clerk goes on without reaching for the list. */
  const goOn = (reportId: string, hasMoved: boolean) => {
    void counts.again()
    if (!hasMoved) return void list.again()
    const index = list.cards.findIndex(card => card.reportId === reportId)
    const next = list.cards[index + 1] ?? list.cards[index - 1]
    list.drop(reportId)
    if (openId === reportId) setOpenId(next?.reportId)
  }
  const startTicking = () => {
    if (filter.tab !== 'filed') choose({ ...filter, tab: 'filed' })
    setTicked(new Set())
  }
  return {
    filter,
    choose,
    openId,
    open: setOpenId,
    ticked,
    tick,
    startTicking,
    stopTicking: () => setTicked(undefined),
    list,
    counts,
    goOn
  }
}

export type WorkDesk = ReturnType<typeof useWorkDesk>
