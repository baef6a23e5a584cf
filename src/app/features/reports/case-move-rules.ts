import type { MoveNeed } from '#contract/report-moves'
import { reasonCodes } from '#contract/report-reasons'
import type { AllowedMove, ReportDetail } from '#contract/report-shapes'
import type { HandlingMode, ReportState } from '#contract/report-states'
import { missingWords } from '#app/words/staff-reasons'

/** What somebody has filled in for a move; kept while the case is read again. */
export interface MoveDraft {
  reasonCode?: string
  note: string
  unitId?: string
  masterId?: string
  /** Photos on this device, in the order taken. */
  photoPaths: readonly string[]
  /** Those of `photoPaths` that were not taken on the spot. */
  albumPaths: readonly string[]
  reviewOn?: string
  referredTo: string
  referenceNumber: string
}

export const emptyDraft: MoveDraft = { note: '', photoPaths: [], albumPaths: [], referredTo: '', referenceNumber: '' }

/** The parts of the sheet for one move. */
export interface MoveFields {
  reasonCodes: readonly string[]
  noteLabel: string
  hasPhotos: boolean
  photoWord: string
  hasUnit: boolean
  hasMaster: boolean
  hasReviewOn: boolean
  hasReferral: boolean
}

const codesFor = (from: ReportState, to: ReportState): readonly string[] => {
  if (to === 'rejected') return from === 'objection' ? reasonCodes.rejected_for_good : reasonCodes.rejected
  if (to === 'need_info') return reasonCodes.need_info
  if (from === 'dispatched' && to === 'filed') return reasonCodes.returned
  if (from === 'handled' && to === 'handling') return reasonCodes.rework
  if (to === 'suspended') return reasonCodes.suspended
  return from === 'objection' && to === 'closed' ? reasonCodes.objection_refused : []
}

const noteLabelFor = (from: ReportState, to: ReportState): string => {
  if (to === 'need_info') return '想问上报人的一句话'
  if (from === 'referred') return '对方的答复'
  if (to === 'handled') return '处置结果（居民会看到）'
  return '补充说明（可不填）'
}

/** Which parts the sheet of a move has: what the move needs, and what people add besides. */
export function fieldsFor(from: ReportState, move: AllowedMove): MoveFields {
  const takesPhotos = move.needs.includes('result') || move.needs.includes('statement')
  return {
    reasonCodes: codesFor(from, move.to),
    noteLabel: noteLabelFor(from, move.to),
    hasPhotos: takesPhotos,
    photoWord: move.needs.includes('result') ? '处理后的照片' : '附上照片',
    hasUnit: move.needs.includes('unit'),
    hasMaster: move.needs.includes('master'),
    hasReviewOn: move.to === 'suspended',
    hasReferral: move.to === 'referred'
  }
}

/** One sentence for the first thing still missing; the same questions the server asks, plus to whom a case is referred. */
export function missingIn(draft: MoveDraft, move: AllowedMove, mode: HandlingMode): string | undefined {
  const hasNote = draft.note.trim() !== ''
  const hasPhoto = draft.photoPaths.length > 0
  const isMet: Record<MoveNeed, boolean> = {
    'reason-code': draft.reasonCode !== undefined,
    reason: draft.reasonCode !== undefined || hasNote,
    unit: draft.unitId !== undefined,
    result: mode === 'FIX' ? hasPhoto : hasNote || hasPhoto,
    master: draft.masterId !== undefined,
    statement: hasNote || hasPhoto
  }
  const unmet = move.needs.find(need => !isMet[need])
  if (unmet) return unmet === 'result' && mode === 'FIX' ? missingWords['after-photo'] : missingWords[unmet]
  return move.to === 'referred' && draft.referredTo.trim() === '' ? missingWords['referred-to'] : undefined
}

/** Whether to ask for a picture taken on the spot: an old one does not show that the place is in order now. */
export const asksForFreshPhoto = (draft: MoveDraft, move: AllowedMove) =>
  move.needs.includes('result') && draft.photoPaths.some(path => draft.albumPaths.includes(path))

/** What travels of a draft: only what the sheet of this move shows. */
export function broughtBy(draft: MoveDraft, fields: MoveFields, photoIds: readonly string[]) {
  const note = draft.note.trim()
  return {
    ...(fields.reasonCodes.length > 0 && draft.reasonCode && { reasonCode: draft.reasonCode }),
    ...(note && { note }),
    ...(fields.hasUnit && draft.unitId && { unitId: draft.unitId }),
    ...(fields.hasMaster && draft.masterId && { masterId: draft.masterId }),
    ...(fields.hasPhotos && photoIds.length > 0 && { photoIds: [...photoIds] }),
    ...(fields.hasReviewOn && draft.reviewOn && { reviewOn: draft.reviewOn }),
    ...(fields.hasReferral && draft.referredTo.trim() && { referredTo: draft.referredTo.trim() }),
    ...(fields.hasReferral && draft.referenceNumber.trim() && { referenceNumber: draft.referenceNumber.trim() })
  }
}

/** A supervisor starts from what the unit asked for. */
export function draftFor(report: Pick<ReportDetail, 'suspensionRequest'>, to: ReportState): MoveDraft {
  const asked = to === 'suspended' ? report.suspensionRequest : undefined
  return asked
    ? { ...emptyDraft, reasonCode: asked.reasonCode, note: asked.note ?? '', reviewOn: cityDate(new Date(asked.reviewOn)) }
    : emptyDraft
}

const CITY_OFFSET_MILLISECONDS = 8 * 3_600_000
const DAY_MILLISECONDS = 86_400_000

/** The date in Asia/Shanghai, `YYYY-MM-DD`; mini-programs have no `Intl`. */
export const cityDate = (at: Date) => new Date(at.getTime() + CITY_OFFSET_MILLISECONDS).toISOString().slice(0, 10)

/** Dates a suspension may be looked at again, from tomorrow, at most 30 days ahead. */
export const reviewDates = (now: Date, daysAhead: readonly number[] = [3, 7, 14, 30]) =>
  daysAhead.map(days => ({ days, date: cityDate(new Date(now.getTime() + days * DAY_MILLISECONDS)) }))
