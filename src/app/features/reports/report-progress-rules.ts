import type { AllowedMove, HistoryEntry, ReportDetail, ReportPhoto } from '#contract/report-shapes'
import { refusedPhotoIds } from '#contract/report-results'
import type { ReportState } from '#contract/report-states'

/** Whether this viewer may make this move now; the server said which. */
export const mayMove = (report: { moves: readonly AllowedMove[] }, to: ReportState) => report.moves.some(move => move.to === to)

export interface SortedPhotos {
  before: ReportPhoto[]
  /** Results that stand, the newest first. */
  after: ReportPhoto[]
  /** Results that were sent back, the newest first. */
  refused: ReportPhoto[]
  others: ReportPhoto[]
}

/** Photos by what they show. */
export function sortPhotos({ photos, history }: Pick<ReportDetail, 'photos' | 'history'>): SortedPhotos {
  const of = (...kinds: ReportPhoto['kind'][]) => photos.filter(photo => kinds.includes(photo.kind))
  const refused = refusedPhotoIds(history)
  const results = of('after', 'reply').sort((one, other) => other.takenAt.localeCompare(one.takenAt))
  return {
    before: of('before', 'answer'),
    after: results.filter(({ photoId }) => !refused.has(photoId)),
    refused: results.filter(({ photoId }) => refused.has(photoId)),
    others: of('objection')
  }
}

/** The last line of the history that led to the present state. */
export const lastMoveTo = (history: readonly HistoryEntry[], to: ReportState): HistoryEntry | undefined =>
  history.filter(entry => entry.to === to && entry.from !== to).at(-1)

/** Rated once; a case reopened and closed again may be rated anew, the server clears it. */
export const mayRate = (report: Pick<ReportDetail, 'state' | 'viewer' | 'rating'>) =>
  report.state === 'closed' && report.viewer === 'reporter' && report.rating === undefined
