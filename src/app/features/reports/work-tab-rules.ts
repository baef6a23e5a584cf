import type { ReportState } from '#contract/report-states'
import { openReportStates } from '#contract/report-states'
import type { WorkTab } from '#app/features/reports/work-filter-rules'
import { reportStateWords } from '#app/words/report-states'

export interface WorkCounts {
  mine: readonly ReportState[]
  waiting: { count: number; overdueCount: number }
  counts: readonly { state: ReportState; count: number; overdueCount: number }[]
  suspensionRequestCount: number
}

export interface WorkTabItem {
  tab: WorkTab
  word: string
  /** Absent where nobody counts (ended cases). */
  count?: number
  overdueCount: number
}

const endedTabs: readonly ReportState[] = ['closed', 'rejected', 'merged']

/**
 * The queues in the order they are worked: all that waits for me, units asking to suspend, each of my states, what else is
 * open, then what has ended. Empty queues of others are left out, unless one stands in it.
 */
export function tabsOf(given: WorkCounts | undefined, current: WorkTab): WorkTabItem[] {
  if (!given) return [{ tab: 'mine', word: '等我办', overdueCount: 0 }]
  const countOf = (state: ReportState) => given.counts.find(row => row.state === state) ?? { count: 0, overdueCount: 0 }
  const asTab = (state: ReportState): WorkTabItem => ({ tab: state, word: reportStateWords[state].word, ...countOf(state) })
  const others = openReportStates.filter(state => !given.mine.includes(state) && (countOf(state).count > 0 || state === current))
  const asking: WorkTabItem[] =
    given.suspensionRequestCount > 0 || current === 'suspension'
      ? [{ tab: 'suspension', word: '挂账申请', count: given.suspensionRequestCount, overdueCount: 0 }]
      : []
  const ended = endedTabs.map(state => ({ tab: state, word: reportStateWords[state].word, overdueCount: 0 }))
  return [
    { tab: 'mine', word: '等我办', ...given.waiting },
    ...asking,
    ...[...given.mine, ...others]
      .map(asTab)
      .map(item => ({ tab: item.tab, word: item.word, count: item.count, overdueCount: item.overdueCount })),
    ...ended
  ]
}
