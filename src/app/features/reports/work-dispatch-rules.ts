import type { ReportCard } from '#contract/report-shapes'
import { refusalWords } from '#app/words/refusals'

/** As many as one command takes. */
export const DISPATCH_COUNT_MAX = 50

export interface DispatchResult {
  reportId: string
  number: string
  name: string
  hasGone: boolean
  /** Why it stayed. */
  sentence?: string
}

/** Of each chosen case whether it went, in the order it was chosen; one the answer does not name did not go. */
export function resultsOf(
  cards: readonly Pick<ReportCard, 'reportId' | 'number' | 'categoryName'>[],
  answers: readonly { reportId: string; refusal?: string }[]
): DispatchResult[] {
  const words: Record<string, string | undefined> = refusalWords
  return cards.map(({ reportId, number, categoryName: name }) => {
    const answer = answers.find(one => one.reportId === reportId)
    if (answer && !answer.refusal) return { reportId, number, name, hasGone: true }
    return { reportId, number, name, hasGone: false, sentence: words[answer?.refusal ?? 'unexpected'] ?? refusalWords.unexpected }
  })
}
