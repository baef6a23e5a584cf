import type { RefusalCode } from '#contract/refusals'
import { mayRejoin, signUpFacts, TRAVEL_BUFFER, type ActivityState, type SignUpState, type Skill } from '#contract/volunteering-states'
import { businessDateOf } from '#server/business-date'
import { ageOn, needsGuardian } from '#server/volunteering/volunteers/age-rules'

const MINUTE_MILLISECONDS = 60_000

/** When and where somebody is expected: WGS-84 degrees of the middle of the site. */
export interface Span {
  startsAt: Date
  endsAt: Date
  longitude: number
  latitude: number
}

/** About a hundred metres: whoever serves twice there has no way to go between. */
export const SAME_SITE_DEGREES = 0.001

const isSameSite = (one: Span, other: Span) =>
  Math.abs(one.longitude - other.longitude) <= SAME_SITE_DEGREES && Math.abs(one.latitude - other.latitude) <= SAME_SITE_DEGREES

/** What joining asks of a shift; seats and places are those of this moment. */
export interface ShiftFacts extends Span {
  shiftId: string
  capacity: number
  taken: number
  waitlisted: number
  nextArrival: number
  minAge: number | null
  maxAge: number | null
  neededSkills: readonly Skill[]
  isCancelled: boolean
  activityState: ActivityState
  needsApproval: boolean
}

export interface ProfileFacts {
  birthDate: string | null
  skills: readonly Skill[]
  hasGuardianConsent: boolean
  coolDownUntil: Date | null
}

/** Who joins: an earlier sign-up for this shift with its place in the order, live ones at its time, and how many live ones there are at all. */
export interface JoinerFacts {
  profile: ProfileFacts | undefined
  earlier: { state: SignUpState; arrival: number; waitingBefore: number } | undefined
  near: readonly (Span & { shiftId: string })[]
  liveCount: number
}

export type JoinRefusal = { refusal: RefusalCode; data?: Record<string, unknown>; otherShiftId?: string }
export type Joined = {
  state: 'confirmed' | 'pending' | 'waitlisted'
  arrival: number
  position?: number
  /** The state it stood in before, where somebody comes back. */
  from?: SignUpState
}

/** Whether one person cannot be at both: they overlap, or lie closer than the way between them takes. */
export function overlaps(one: Span, other: Span): boolean {
  const buffer = isSameSite(one, other) ? 0 : TRAVEL_BUFFER * MINUTE_MILLISECONDS
  return one.startsAt.getTime() < other.endsAt.getTime() + buffer && other.startsAt.getTime() < one.endsAt.getTime() + buffer
}

/** Why nobody may join this shift now, where that is so. */
function closedFor(shift: ShiftFacts, now: Date): RefusalCode | undefined {
  if (['draft', 'in_review'].includes(shift.activityState)) return 'activity-not-published'
  if (shift.isCancelled || !['published', 'running'].includes(shift.activityState) || now >= shift.endsAt) return 'shift-closed'
  return now >= shift.startsAt ? 'sign-up-after-start' : undefined
}

/** The gates of age, skill and guardian, as of the day of the shift in Shanghai. */
function gateOf(shift: ShiftFacts, profile: ProfileFacts | undefined): RefusalCode | undefined {
  const { minAge, maxAge, neededSkills } = shift
  const on = businessDateOf(shift.startsAt)
  const birthDate = profile?.birthDate
  if (!birthDate) return minAge !== null || maxAge !== null || neededSkills.length > 0 ? 'profile-needed' : undefined
  const age = ageOn(birthDate, on)
  if (minAge !== null && age < minAge) return 'too-young'
  if (maxAge !== null && age > maxAge) return 'too-old'
  if (needsGuardian(birthDate, on) && !profile.hasGuardianConsent) return 'guardian-needed'
  return neededSkills.every(skill => profile.skills.includes(skill)) ? undefined : 'skill-needed'
}

/**
 * Decides one arrival. A seat where one is free, to be approved first where the activity wants it; otherwise the end of the
 * waitlist. `position` 1 is next. Who was released by the organiser comes back to the place they had, before whoever came later.
 */
export function decideJoin(shift: ShiftFacts, joiner: JoinerFacts, now: Date): Joined | JoinRefusal {
  const { earlier, profile, near, liveCount } = joiner
  const closed = closedFor(shift, now)
  if (closed === 'activity-not-published') return { refusal: closed }
  if (earlier && !mayRejoin(earlier.state)) return { refusal: 'already-joined', data: { state: earlier.state } }
  if (closed) return { refusal: closed }
  const other = near.find(held => held.shiftId !== shift.shiftId && overlaps(held, shift))
  if (other) return { refusal: 'overlapping-shift', otherShiftId: other.shiftId, data: spanData(other) }
  const gate = gateOf(shift, profile)
  if (gate) return { refusal: gate, data: gateData(shift) }
  const until = profile?.coolDownUntil
  if (until && until > now && liveCount > 0) return { refusal: 'cool-down', data: { until: until.toISOString() } }
  const keepsPlace = earlier?.state === 'cancelled_by_organiser'
  const arrival = keepsPlace ? earlier.arrival : shift.nextArrival
  const from = earlier && { from: earlier.state }
  if (shift.taken < shift.capacity) return { state: shift.needsApproval ? 'pending' : 'confirmed', arrival, ...from }
  return { state: 'waitlisted', arrival, position: (keepsPlace ? earlier.waitingBefore : shift.waitlisted) + 1, ...from }
}

const spanData = ({ startsAt, endsAt }: Span) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })

/** The gate itself, never what the profile says: a refusal may be read over a shoulder. */
const gateData = ({ minAge, maxAge, neededSkills }: ShiftFacts) => ({
  ...(minAge !== null && { minAge }),
  ...(maxAge !== null && { maxAge }),
  ...(neededSkills.length > 0 && { neededSkills })
})

/** The shift as the next arrival finds it. */
export function afterJoining<S extends ShiftFacts>(shift: S, { state, arrival }: Joined): S {
  return {
    ...shift,
    nextArrival: Math.max(shift.nextArrival, arrival + 1),
    taken: shift.taken + Number(signUpFacts[state].takesSeat),
    waitlisted: shift.waitlisted + Number(state === 'waitlisted')
  }
}
