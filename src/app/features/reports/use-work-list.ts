import type { ReportCard } from '#contract/report-shapes'
import { NUMBER_LENGTH_MIN } from '#app/features/reports/case-master-rules'
import { questionOf, type WorkFilter } from '#app/features/reports/work-filter-rules'
import { call } from '#app/platform/call-operation'
import { usePages, type Pages } from '#app/platform/use-pages'

export interface WorkList extends Omit<Pages<ReportCard>, 'rows'> {
  cards: readonly ReportCard[]
}

/** A number is looked for in every state: whoever asks for one does not know where it stands. */
export const findByNumber = async (number: string): Promise<ReportCard[]> => (await call.reports.listWork({ number })).reports

async function readPage(filter: WorkFilter, cursor?: string): Promise<{ reports: ReportCard[]; nextCursor?: string }> {
  const { number, ...question } = questionOf(filter)
  if (number && number.length >= NUMBER_LENGTH_MIN && filter.tab === 'mine')
    return call.reports.listWork({ ...question, number, state: undefined })
  return call.reports.listWork({ ...question, ...(number && { number }), ...(cursor && { cursor }) })
}

/** The list of the workbench, page by page. */
export function useWorkList(filter: WorkFilter): WorkList {
  const read = async (cursor?: string) => {
    const { reports, nextCursor } = await readPage(filter, cursor)
    return { rows: reports, nextCursor }
  }
  const key = JSON.stringify(questionOf(filter)) + filter.tab
  const { rows, ...pages } = usePages(key, read, ({ reportId }) => reportId)
  return { ...pages, cards: rows }
}
