import type { Category } from '#contract/report-shapes'
import { LANDMARK_MIN, SENTENCE_MIN, type SubmitInput } from '#contract/reports'
import type { AreaPath } from '#server/places/place-book'
import { startClock } from '#server/reports/report-clock'
import { timesOf } from '#server/reports/report-effects'
import type { WorkCalendar } from '#server/reports/work-calendar'

interface NewReport {
  reportId: string
  number: string
  input: SubmitInput
  submitDigest: string
  reporterId: string
  isSelfFound: boolean
  category: Category
  path: AreaPath
  calendar: WorkCalendar
  now: Date
}

/** Characters people see; an emoji is one. */
const lengthOf = (said: string | undefined) => Array.from((said ?? '').replace(/\s/g, '')).length

/**
 * What nobody could work without: a photo, or a sentence of at least 4 characters where the category cannot be photographed; for a place
 * chosen as a grid a landmark of at least 2. The first field that is missing, with what it should be.
 */
export function missingEvidence(
  { photoIds, text, isApproximate, landmark }: Pick<SubmitInput, 'photoIds' | 'text' | 'isApproximate' | 'landmark'>,
  category: Pick<Category, 'needsPhoto'>
): { field: 'photoIds' | 'text' | 'landmark'; message: string } | undefined {
  if (photoIds.length === 0) {
    if (category.needsPhoto ?? true) return { field: 'photoIds', message: 'a photo is needed' }
    if (lengthOf(text) < SENTENCE_MIN) return { field: 'text', message: 'a photo or a sentence is needed' }
  }
  if (isApproximate && lengthOf(landmark) < LANDMARK_MIN) return { field: 'landmark', message: 'needed where the place is a whole grid' }
  return undefined
}

/** A phone's clock may be wrong: the moment of the shutter counts only where it lies in the last 30 days and not ahead of us. */
function observedAtOf(claimed: string | undefined, now: Date): Date {
  const moment = claimed ? new Date(claimed) : now
  const ageMilliseconds = now.getTime() - moment.getTime()
  return ageMilliseconds >= 0 && ageMilliseconds <= 30 * 86_400_000 ? moment : now
}

/** The row of a report that was just sent, in `submitted`, with the reviewer's clock running. Pure. */
export function newReportRow({ input, category, path, calendar, now, ...given }: NewReport) {
  const clock = startClock('submitted', category, now) ?? null
  const times = timesOf('submitted', clock, now, calendar)
  return {
    ...given,
    ...path,
    state: 'submitted' as const,
    version: 1,
    mode: category.mode,
    categoryCode: category.code,
    categoryVersion: category.version,
    longitude: input.point.longitude,
    latitude: input.point.latitude,
    isApproximate: input.isApproximate ?? false,
    landmark: input.landmark || null,
    showsNameToUnit: input.showsNameToUnit ?? false,
    submitKey: input.idempotencyKey,
    firstDueAt: times.dueAt,
    text: input.text || null,
    coverFileId: input.photoIds[0] ?? null,
    submittedAt: now,
    observedAt: observedAtOf(input.observedAt, now),
    stateSince: now,
    clock,
    keptClocks: {},
    ...times,
    sortAt: times.dueAt ?? now,
    overdueMinutes: 0,
    returnCount: 0,
    reworkCount: 0,
    upheldCount: 0,
    mergedCount: 0,
    followerCount: 0,
    closingRound: 1
  }
}
