import type { Category } from '#contract/report-shapes'
import { escalationLevels, reportStateFacts, type ReportState } from '#contract/report-states'
import { addMinutes, minutesBetween, type WorkCalendar } from '#server/reports/work-calendar'

/** A running time limit. Minutes on `kind`: working minutes are 8 hours a work day. */
export interface ReportClock {
  kind: 'working' | 'natural'
  totalMinutes: number
  /** Used up before `startedAt`, by earlier runs of the same clock. */
  elapsedMinutes: number
  /** ISO 8601. */
  startedAt: string
}

/** Clocks that are taken up again: the reviewer's over a question to the reporter, the unit's over rework, suspension and referral. */
export type KeptClocks = { submitted?: ReportClock; handling?: ReportClock }

/** The time limit a category sets for a state, as a fresh clock; none where the state has no limit of its own. */
export function startClock(
  state: ReportState,
  category: Pick<Category, 'hours' | 'clock' | 'isUrgent'>,
  now: Date
): ReportClock | undefined {
  const { deadline } = reportStateFacts[state]
  const start = (kind: ReportClock['kind'], totalMinutes: number) => ({
    kind,
    totalMinutes,
    elapsedMinutes: 0,
    startedAt: now.toISOString()
  })
  switch (deadline.clock) {
    case 'category':
      return start(category.clock, category.hours * 60)
    case 'working': {
      const minutes = category.isUrgent && deadline.urgentMinutes ? deadline.urgentMinutes : deadline.minutes
      // Safety categories run in natural hours all the way (reports.md, Deadlines and escalation).
      return start(category.clock, minutes)
    }
    case 'natural':
      return start('natural', deadline.minutes)
    default:
      return undefined
  }
}

/** When the clock runs out. A clock taken up with nothing left runs out where it was taken up. */
export function dueAtOf(clock: ReportClock, calendar: WorkCalendar): Date {
  return momentAt(clock, 1, calendar)
}

/** When a share of the limit has passed, e.g. 0.5; the moment the clock was taken up where that share was used before. */
export function momentAt(clock: ReportClock, share: number, calendar: WorkCalendar): Date {
  const minutes = clock.totalMinutes * share - clock.elapsedMinutes
  return minutes <= 0 ? new Date(clock.startedAt) : addMinutes(new Date(clock.startedAt), minutes, clock.kind, calendar)
}

/** Minutes used by `now`, on the clock's own calendar. */
export function elapsedAt(clock: ReportClock, now: Date, calendar: WorkCalendar): number {
  return clock.elapsedMinutes + Math.max(0, minutesBetween(new Date(clock.startedAt), now, clock.kind, calendar))
}

/** The clock as it stands when it is stopped; `resumeClock` takes it up. */
export const pauseClock = (clock: ReportClock, now: Date, calendar: WorkCalendar): ReportClock => ({
  ...clock,
  elapsedMinutes: elapsedAt(clock, now, calendar),
  startedAt: now.toISOString()
})

export const resumeClock = (clock: ReportClock, now: Date): ReportClock => ({ ...clock, startedAt: now.toISOString() })

/** Minutes past the limit, 0 within it. */
export const overdueMinutesAt = (clock: ReportClock, now: Date, calendar: WorkCalendar) =>
  Math.max(0, elapsedAt(clock, now, calendar) - clock.totalMinutes)

/** The level reached by `now` and when the next one comes; 0 below the first. */
export function escalationAt(clock: ReportClock, now: Date, calendar: WorkCalendar): { level: number; nextAt: Date | undefined } {
  let level = 0
  for (const step of escalationLevels) {
    const moment = momentAt(clock, step.percent / 100, calendar)
    if (moment > now) return { level, nextAt: moment }
    level = step.level
  }
  return { level, nextAt: undefined }
}
