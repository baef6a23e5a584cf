/**
 * The lives of an activity, a sign-up and an attendance as data. Source: 志愿服务条例 (2017, revised) Art. 12, 16, 17, 19, 38 for what
 * publishing and records need; helfertool and the cases of 虚假志愿服务 for what is refused.
 */
export const activityStates = ['draft', 'in_review', 'published', 'running', 'ended', 'settled', 'archived', 'cancelled'] as const
export type ActivityState = (typeof activityStates)[number]

/** Where each state may go, and by whom: `clock` is time alone. */
export const activityMoves: readonly { from: ActivityState; to: ActivityState; by: 'organiser' | 'reviewer' | 'clock' }[] = [
  { from: 'draft', to: 'in_review', by: 'organiser' },
  { from: 'in_review', to: 'draft', by: 'reviewer' },
  { from: 'in_review', to: 'published', by: 'reviewer' },
  { from: 'published', to: 'running', by: 'clock' },
  { from: 'running', to: 'ended', by: 'clock' },
  { from: 'ended', to: 'settled', by: 'organiser' },
  { from: 'settled', to: 'archived', by: 'clock' },
  { from: 'draft', to: 'cancelled', by: 'organiser' },
  { from: 'in_review', to: 'cancelled', by: 'organiser' },
  { from: 'published', to: 'cancelled', by: 'organiser' },
  { from: 'running', to: 'cancelled', by: 'organiser' }
]

/** States residents may find and open. */
export const publicActivityStates = ['published', 'running', 'ended', 'settled', 'cancelled'] as const satisfies readonly ActivityState[]

export const signUpStates = [
  'pending',
  'confirmed',
  'waitlisted',
  'offered',
  'declined',
  'cancelled_early',
  'cancelled_late',
  'cancelled_by_organiser',
  'present',
  'attended',
  'no_show',
  'excused',
  'rejected'
] as const
export type SignUpState = (typeof signUpStates)[number]

interface SignUpFacts {
  /** Takes one of the shift's seats. An offered seat is kept for one person. */
  takesSeat: boolean
  /** Keeps the person from joining another shift at the same time. */
  isLive: boolean
}

const facts = (takesSeat: boolean, isLive: boolean): SignUpFacts => ({ takesSeat, isLive })

export const signUpFacts: Record<SignUpState, SignUpFacts> = {
  pending: facts(true, true),
  confirmed: facts(true, true),
  waitlisted: facts(false, true),
  offered: facts(true, true),
  declined: facts(false, false),
  cancelled_early: facts(false, false),
  cancelled_late: facts(false, false),
  cancelled_by_organiser: facts(false, false),
  present: facts(true, true),
  attended: facts(true, false),
  no_show: facts(true, false),
  excused: facts(false, false),
  rejected: facts(false, false)
}

/**
 * Whoever gave a place back in time, let an offer go, or lost the seat to the organiser may sign up for the same shift again. Leaving late,
 * staying away and being turned down stay where they are: they count, or somebody decided them.
 */
export const rejoinableStates = ['declined', 'cancelled_early', 'cancelled_by_organiser'] as const satisfies readonly SignUpState[]

export const mayRejoin = (state: SignUpState) => (rejoinableStates as readonly SignUpState[]).includes(state)

export const liveSignUpStates = signUpStates.filter(state => signUpFacts[state].isLive)

export const attendanceStates = [
  'none',
  'checked_in',
  'checked_out',
  'open_checkout',
  'flagged',
  'disputed',
  'provisional',
  'verified',
  'adjusted',
  'revoked'
] as const
export type AttendanceState = (typeof attendanceStates)[number]

/** A: seen at both ends and counted. B: code or reverse scan at both ends. C: one end and staff's word. D: typed in. */
export const grades = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof grades)[number]

/** C rotating code, digits (its typed form), R reverse scan, card (paper, reverse only), G geofence, H head-count, M mid-shift prompt, W staff's word. */
export const presenceSignals = ['code', 'digits', 'reverse', 'card', 'geofence', 'head-count', 'midway', 'word'] as const
export type PresenceSignal = (typeof presenceSignals)[number]

export const presencePhases = ['in', 'midway', 'out'] as const
export type PresencePhase = (typeof presencePhases)[number]

/** `proposed` waits for the second person; `notice` is public before it is final; `frozen` waits for a flag or a dispute. */
export const hourEntryStates = ['proposed', 'declined', 'notice', 'frozen', 'final', 'reversed'] as const
export type HourEntryState = (typeof hourEntryStates)[number]

export const hourSources = ['presence', 'word', 'typed', 'reversal'] as const
export type HourSource = (typeof hourSources)[number]

/** What the machine noticed; a flag freezes, it never deletes. */
export const flagKinds = [
  'shared-device',
  'teleport',
  'overlapping-attendance',
  'created-after-start',
  'typed-too-soon',
  'typed-share',
  'same-minute',
  'night-entry',
  'head-count'
] as const
export type FlagKind = (typeof flagKinds)[number]

export const certificateStates = ['valid', 'superseded', 'revoked'] as const
export type CertificateState = (typeof certificateStates)[number]

/** What staff said to an appeal against a cool-down. */
export const appealOutcomes = ['lifted', 'stands'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]

export const skills = [
  'first-aid',
  'sign-language',
  'driving',
  'teaching',
  'photography',
  'repair',
  'haircut',
  'law',
  'psychology',
  'traffic'
] as const
export type Skill = (typeof skills)[number]

// Limits both sides state. Minutes unless the name says otherwise.
export const SHIFT_LENGTH_MAX = 8 * 60
export const TRAVEL_BUFFER = 15
/** Checking in opens so long before a shift begins. */
export const CHECK_IN_OPENS = 60
/** Measured time beyond the schedule that still counts. */
export const OVERTIME_MAX = 15
export const DAY_BY_STAFF_MAX = 480
export const DAY_BY_SUPERVISOR_MAX = 720
/** Leaving later than this before the start is a late cancellation. */
export const LATE_CANCELLATION_HOURS = 24
/** So long after the organiser moved a shift nobody leaves late: who cannot come at the new time did not let anybody down. */
export const FREE_TO_LEAVE_HOURS = 24
export const OFFER_HOURS = 2
/** How long an offer lasts where the shift begins in less than 24 h. */
export const OFFER_SHORT_MINUTES = 30
export const COOL_DOWN_DAYS = 14
export const COOL_DOWN_WINDOW_DAYS = 90
export const COOL_DOWN_FAULTS = 2
export const GUARDIAN_AGE = 14
export const NOTICE_HOURS = 72
/** Verified hours each star needs; only final entries of grade A–C count. */
export const STAR_HOURS = [100, 300, 600, 1000, 1500] as const
/** A position less exact than this is no signal, not a failure. */
export const ACCURACY_METRES_MAX = 200
export const CODE_STEP_SECONDS = 15
export const POINTS_PER_HOUR = 10
export const VOLUNTEERING_POINTS_PER_DAY_MAX = 40

const HOUR_MILLISECONDS = 3_600_000

/** Whether giving back a seat now counts as a late cancellation. `timesChangedAt`: when the organiser last moved the shift. */
export function isLateToLeave(shift: { startsAt: Date; timesChangedAt?: Date | null | undefined }, now: Date): boolean {
  const since = shift.timesChangedAt?.getTime() ?? Number.NEGATIVE_INFINITY
  if (now.getTime() - since < FREE_TO_LEAVE_HOURS * HOUR_MILLISECONDS) return false
  return shift.startsAt.getTime() - now.getTime() < LATE_CANCELLATION_HOURS * HOUR_MILLISECONDS
}
