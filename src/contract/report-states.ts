/**
 * The life of a report as data. Source: 数字城管 GB/T 30428 (seven steps with an independent check before closing),
 * FixMyStreet and Signalen for the states residents see. Moves between the states stand in `report-moves.ts`.
 */
export const reportStates = [
  'submitted',
  'need_info',
  'filed',
  'dispatched',
  'handling',
  'handled',
  'suspended',
  'referred',
  'closed',
  'objection',
  'rejected',
  'merged',
  'withdrawn'
] as const
export type ReportState = (typeof reportStates)[number]

/** FIX: the place can be restored. ACT: enforcement or persuasion. CLUE: fleeting, counted and never tied to a person. */
export const handlingModes = ['FIX', 'ACT', 'CLUE'] as const
export type HandlingMode = (typeof handlingModes)[number]

/** How many minutes a state may last: on the work calendar, by the natural clock, or the category's own hours. */
export type StateDeadline =
  | { clock: 'working'; minutes: number; urgentMinutes?: number }
  | { clock: 'natural'; minutes: number }
  | { clock: 'category' }
  | { clock: 'review-date' }
  | { clock: 'none' }

interface StateFacts {
  isOpen: boolean
  /** The clock stands still here and what was left of it is taken up again afterwards. */
  isPaused: boolean
  deadline: StateDeadline
  /** GeoReport v2 knows only these two. */
  open311: 'open' | 'closed'
}

const hours = (n: number) => n * 60

/** Working deadlines run in 8-hour days; a category with a natural clock runs all of them in natural time. */
export const reportStateFacts: Record<ReportState, StateFacts> = {
  submitted: { isOpen: true, isPaused: false, deadline: { clock: 'working', minutes: hours(2), urgentMinutes: 15 }, open311: 'open' },
  need_info: { isOpen: true, isPaused: true, deadline: { clock: 'natural', minutes: hours(72) }, open311: 'open' },
  filed: { isOpen: true, isPaused: false, deadline: { clock: 'working', minutes: hours(1) }, open311: 'open' },
  dispatched: { isOpen: true, isPaused: false, deadline: { clock: 'working', minutes: hours(2) }, open311: 'open' },
  handling: { isOpen: true, isPaused: false, deadline: { clock: 'category' }, open311: 'open' },
  handled: { isOpen: true, isPaused: false, deadline: { clock: 'working', minutes: hours(8) }, open311: 'open' },
  suspended: { isOpen: true, isPaused: true, deadline: { clock: 'review-date' }, open311: 'open' },
  referred: { isOpen: true, isPaused: true, deadline: { clock: 'working', minutes: hours(5 * 8) }, open311: 'open' },
  closed: { isOpen: false, isPaused: false, deadline: { clock: 'none' }, open311: 'closed' },
  objection: { isOpen: true, isPaused: false, deadline: { clock: 'working', minutes: hours(8) }, open311: 'open' },
  rejected: { isOpen: false, isPaused: false, deadline: { clock: 'none' }, open311: 'closed' },
  merged: { isOpen: false, isPaused: false, deadline: { clock: 'none' }, open311: 'closed' },
  withdrawn: { isOpen: false, isPaused: false, deadline: { clock: 'none' }, open311: 'closed' }
}

export const openReportStates = reportStates.filter(state => reportStateFacts[state].isOpen)

/** The five plain steps a resident reads; a state that ended early stands on the step it ended in. */
export const reportSteps = ['submitted', 'accepted', 'handling', 'checking', 'closed'] as const
export type ReportStep = (typeof reportSteps)[number]

export const stepOfState: Record<ReportState, ReportStep> = {
  submitted: 'submitted',
  need_info: 'submitted',
  withdrawn: 'submitted',
  rejected: 'submitted',
  merged: 'accepted',
  filed: 'accepted',
  dispatched: 'accepted',
  referred: 'handling',
  suspended: 'handling',
  handling: 'handling',
  handled: 'checking',
  objection: 'checking',
  closed: 'closed'
}

/** Days a reporter or follower may object after closing, and a reporter after a rejection. */
export const OBJECTION_DAYS_AFTER_CLOSING = 14
export const OBJECTION_DAYS_AFTER_REJECTION = 7
/** A report may be merged into one closed at most this many days ago, and hinted as similar. */
export const RECENTLY_CLOSED_DAYS = 7
/** A closed place is watched this long for the same problem coming back (FixMyStreet asks after four weeks). */
export const RECURRENCE_DAYS = 28
/** A suspension ends by itself after at most this many days. */
export const SUSPENSION_DAYS_MAX = 30
/** A unit may return a report this often; then a supervisor assigns it. */
export const RETURNS_MAX = 2

/** Share of the time limit that has passed → who hears of it. */
export const escalationLevels = [
  { level: 1, percent: 50, tells: 'unit' },
  { level: 2, percent: 80, tells: 'unit-lead' },
  { level: 3, percent: 100, tells: 'supervision' },
  { level: 4, percent: 150, tells: 'street' },
  { level: 5, percent: 300, tells: 'city-office' }
] as const
export type EscalationLevel = (typeof escalationLevels)[number]['level']
