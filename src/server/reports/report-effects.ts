import type { ReportActor } from '#contract/report-moves'
import type { Category } from '#contract/report-shapes'
import { OBJECTION_DAYS_AFTER_CLOSING, RECURRENCE_DAYS, reportStateFacts, type ReportState } from '#contract/report-states'
import {
  dueAtOf,
  escalationAt,
  overdueMinutesAt,
  pauseClock,
  resumeClock,
  startClock,
  type KeptClocks,
  type ReportClock
} from '#server/reports/report-clock'
import type { WorkCalendar } from '#server/reports/work-calendar'

const DAY_MILLISECONDS = 86_400_000
const daysLater = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MILLISECONDS)

/** The part of a report's row that moves change. */
export interface MovingReport {
  state: ReportState
  clock: ReportClock | null
  keptClocks: KeptClocks
  overdueMinutes: number
  closingRound: number
  returnCount: number
  recallCount: number
  reworkCount: number
  upheldCount: number
  firstCloserId: string | null
  masterId: string | null
}

export interface Moving {
  to: ReportState
  actor: ReportActor
  personId?: string | undefined
  unitId?: string | undefined
  masterId?: string | undefined
  question?: string | undefined
  /** Suspension: when it is looked at again. */
  reviewAt?: Date | undefined
}

/** States whose clock is taken up again when the report comes back to them. */
const keepsClock = (state: ReportState): state is keyof KeptClocks => state === 'submitted' || state === 'handling'

/** Where a report goes so that its kept clock stands still; from `handling` to `handled` it runs on (返工: the clock runs on). */
const stopsClock = (to: ReportState) => reportStateFacts[to].isPaused || to === 'merged'

/** Whether whoever has the case loses it: it goes back to be given elsewhere, and not because they sent it back themselves. */
const isRecall = ({ state }: Pick<MovingReport, 'state'>, { to, actor }: Pick<Moving, 'to' | 'actor'>) =>
  to === 'filed' && state !== 'submitted' && (actor === 'supervisor' || actor === 'dispatcher')

function nextClocks(report: MovingReport, { to, actor }: Moving, category: Category, now: Date, calendar: WorkCalendar) {
  const kept: KeptClocks = { ...report.keptClocks }
  if (report.clock && keepsClock(report.state)) kept[report.state] = stopsClock(to) ? pauseClock(report.clock, now, calendar) : report.clock
  // A case reopened after closing has a new limit; one sent back for rework has not.
  if (report.state === 'objection' || to === 'closed' || to === 'rejected') delete kept.handling
  if (report.state === 'objection' || to === 'filed') delete kept.submitted
  // Whoever gets the case next has the whole time.
  if (isRecall(report, { to, actor })) delete kept.handling
  const again = keepsClock(to) ? kept[to] : undefined
  const clock = again ? (report.state === 'handled' ? again : resumeClock(again, now)) : (startClock(to, category, now) ?? null)
  return { clock, keptClocks: kept }
}

/** Times that follow from the clock: when it is due, how far it escalated, when the next level comes. */
export function timesOf(to: ReportState, clock: ReportClock | null, now: Date, calendar: WorkCalendar, reviewAt?: Date) {
  if (to === 'suspended') return { dueAt: reviewAt ?? null, escalation: 0, nextEscalationAt: null }
  if (!clock) return { dueAt: null, escalation: 0, nextEscalationAt: null }
  // The reporter is asked, not chased: `need_info` ends by itself.
  if (to === 'need_info') return { dueAt: dueAtOf(clock, calendar), escalation: 0, nextEscalationAt: null }
  const { level, nextAt } = escalationAt(clock, now, calendar)
  return { dueAt: dueAtOf(clock, calendar), escalation: level, nextEscalationAt: nextAt ?? null }
}

function effectsOfClosing(report: MovingReport, moving: Moving, now: Date) {
  return {
    closedAt: now,
    firstCloserId: report.firstCloserId ?? moving.personId ?? null,
    pointsReleaseAt: daysLater(now, OBJECTION_DAYS_AFTER_CLOSING),
    recurrenceDueAt: daysLater(now, RECURRENCE_DAYS)
  }
}

function effectsOfReopening(report: MovingReport) {
  return {
    closedAt: null,
    pointsReleaseAt: null,
    recurrenceDueAt: null,
    recurrence: null,
    rating: null,
    ratingComment: null,
    publishedAt: null,
    upheldCount: report.upheldCount + 1,
    closingRound: report.closingRound + 1
  }
}

/** What else a move changes, beside state, version and clock. */
function effectsOf(report: MovingReport, moving: Moving, now: Date) {
  const { from, to } = { from: report.state, to: moving.to }
  return {
    ...(to === 'need_info' ? { question: moving.question ?? null } : from === 'need_info' ? { question: null } : {}),
    ...(to === 'dispatched' && { unitId: moving.unitId ?? null, handlerId: null }),
    ...(from === 'dispatched' && to === 'filed' && moving.actor === 'handler' && { unitId: null, returnCount: report.returnCount + 1 }),
    ...(isRecall(report, moving) && { unitId: null, recallCount: report.recallCount + 1 }),
    ...(from === 'referred' && to === 'filed' && { unitId: null }),
    ...(to === 'handled' && moving.actor === 'handler' && { handlerId: moving.personId ?? null }),
    ...(from === 'handled' && to === 'handling' && { reworkCount: report.reworkCount + 1 }),
    ...(from === 'handling' && { suspensionRequest: null }),
    ...(to === 'rejected' && { rejecterId: moving.personId ?? null }),
    ...(to === 'objection' && { objectionFrom: from === 'rejected' ? ('rejected' as const) : ('closed' as const) }),
    ...(to === 'merged' && { masterId: moving.masterId ?? null }),
    ...(from === 'merged' && { masterId: null }),
    ...(to === 'closed' && from !== 'objection' && effectsOfClosing(report, moving, now)),
    // The second look is a new fact: it can be objected to anew.
    ...(from === 'objection' && to === 'submitted' && { closingRound: report.closingRound + 1 }),
    ...(from === 'objection' && to === 'filed' && effectsOfReopening(report)),
    ...(from === 'objection' && to === 'handling' && { ...effectsOfReopening(report), ...(moving.unitId && { unitId: moving.unitId }) })
  }
}

/** The row after a move. Pure: the same report, move and moment give the same row. */
export function applyMove(report: MovingReport, moving: Moving, category: Category, now: Date, calendar: WorkCalendar) {
  const { clock, keptClocks } = nextClocks(report, moving, category, now, calendar)
  const times = timesOf(moving.to, clock, now, calendar, moving.reviewAt)
  const wasRecalled = isRecall(report, moving)
  // The unit's clock is cumulative over rework and suspension, so its lateness replaces what stood there.
  // It is that unit's: where the case is taken from it, the next one begins without.
  const overdueMinutes = wasRecalled
    ? 0
    : report.state === 'handling' && report.clock
      ? Math.max(report.overdueMinutes, overdueMinutesAt(report.clock, now, calendar))
      : report.overdueMinutes
  return {
    state: moving.to,
    stateSince: now,
    sortAt: times.dueAt ?? now,
    clock,
    keptClocks,
    ...times,
    overdueMinutes,
    ...effectsOf(report, moving, now)
  }
}
