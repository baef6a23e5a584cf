import type { AllowedMove, HistoryEntry, ReportDetail, ReportPhoto } from '#contract/report-shapes'
import { reportSteps, stepOfState, type ReportState } from '#contract/report-states'

/** States in which the road ended before its last step. */
const stoppedStates: readonly ReportState[] = ['withdrawn', 'rejected', 'merged']

export interface Progress {
  /** Index into `reportSteps`. */
  current: number
  isFinished: boolean
  isStopped: boolean
}

/** How far a report has come on the five plain steps. */
export function progressOf(state: ReportState): Progress {
  return {
    current: reportSteps.indexOf(stepOfState[state]),
    isFinished: state === 'closed',
    isStopped: stoppedStates.includes(state)
  }
}

/** Whether this viewer may make this move now; the server said which. */
export const mayMove = (report: { moves: readonly AllowedMove[] }, to: ReportState) => report.moves.some(move => move.to === to)

export interface SortedPhotos {
  before: ReportPhoto[]
  after: ReportPhoto[]
  others: ReportPhoto[]
}

/** Photos by what they show; the newest after-photo first, because rework makes several. */
export function sortPhotos(photos: readonly ReportPhoto[]): SortedPhotos {
  const of = (...kinds: ReportPhoto['kind'][]) => photos.filter(photo => kinds.includes(photo.kind))
  return {
    before: of('before', 'answer'),
    after: of('after', 'reply').sort((one, other) => other.takenAt.localeCompare(one.takenAt)),
    others: of('objection')
  }
}

/** The last line of the history that led to the present state. */
export const lastMoveTo = (history: readonly HistoryEntry[], to: ReportState): HistoryEntry | undefined =>
  history.filter(entry => entry.to === to && entry.from !== to).at(-1)

/** Rated once; a case reopened and closed again may be rated anew, the server clears it. */
export const mayRate = (report: Pick<ReportDetail, 'state' | 'viewer' | 'rating'>) =>
  report.state === 'closed' && report.viewer === 'reporter' && report.rating === undefined
