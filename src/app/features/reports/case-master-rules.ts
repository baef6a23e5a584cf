import type { ReportCard, SimilarReport } from '#contract/report-shapes'
import { reportStateFacts } from '#contract/report-states'

/** One case another may be merged into, wherever it was found. */
export interface MasterChoice {
  reportId: string
  number: string
  state: ReportCard['state']
  name: string
  submittedAt: string
  distanceMetres?: number
  photoUrl?: string
}

/** Digits before which a number would match half the city. */
export const NUMBER_LENGTH_MIN = 6

export const choiceOfSimilar = (similar: SimilarReport): MasterChoice => ({
  reportId: similar.reportId,
  number: similar.number,
  state: similar.state,
  name: similar.categoryName,
  submittedAt: `${similar.submittedOn}T00:00:00+08:00`,
  distanceMetres: similar.distanceMetres,
  photoUrl: similar.glanceUrl
})

export const choiceOfCard = (card: ReportCard): MasterChoice => ({
  reportId: card.reportId,
  number: card.number,
  state: card.state,
  name: card.categoryName,
  submittedAt: card.submittedAt,
  photoUrl: card.thumbnailUrl
})

/** Cases that may be a master: open or closed (the server knows how lately), never the case itself, each once. */
export function mastersFor(reportId: string, choices: readonly MasterChoice[]): MasterChoice[] {
  const fitting = choices.filter(
    choice => choice.reportId !== reportId && (reportStateFacts[choice.state].isOpen || choice.state === 'closed')
  )
  return [...new Map(fitting.map(choice => [choice.reportId, choice])).values()]
}
