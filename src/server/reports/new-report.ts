import type { Category } from '#contract/report-shapes'
import type { Point } from '#contract/shapes'
import type { AreaPath } from '#server/places/place-book'
import { startClock } from '#server/reports/report-clock'
import { timesOf } from '#server/reports/report-effects'
import type { WorkCalendar } from '#server/reports/work-calendar'

interface NewReport {
  reportId: string
  number: string
  input: {
    point: Point
    photoIds: readonly string[]
    text?: string | undefined
    observedAt?: string | undefined
    showsNameToUnit?: boolean | undefined
  }
  reporterId: string
  isSelfFound: boolean
  category: Category
  path: AreaPath
  calendar: WorkCalendar
  now: Date
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
    showsNameToUnit: input.showsNameToUnit ?? false,
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
