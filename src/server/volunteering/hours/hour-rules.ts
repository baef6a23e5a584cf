import type { Grant, Role } from '#contract/people'
import type { AreaKind } from '#contract/places'
import {
  DAY_BY_STAFF_MAX,
  DAY_BY_SUPERVISOR_MAX,
  NOTICE_HOURS,
  OVERTIME_MAX,
  STAR_HOURS,
  type AttendanceState,
  type Grade,
  type SignUpState
} from '#contract/volunteering-states'
import { isStaffHere, manages, reviews, supervises, type ActivityPlace } from '#server/volunteering/activities/volunteering-rights-rules'

const HOUR_MILLISECONDS = 3_600_000
const MINUTE_MILLISECONDS = 60_000

/** Minutes one organisation may type in for the services of one month. */
export const TYPED_MINUTES_PER_MONTH_MAX = 3_000

type Grants = readonly Pick<Grant, 'role' | 'areaId'>[]
interface Places {
  contains: (areaId: string, innerId: string) => boolean
  kindOf: (areaId: string) => AreaKind | undefined
}

const levels = ['staff', 'supervisor', 'admin'] as const
/** How much of a day somebody may approve: 8 h, 12 h, or more for an admin of the whole city. */
export type ApprovalLevel = (typeof levels)[number]

/** What somebody may approve at a place; undefined for who is no staff there. */
export function levelOf(grants: Grants, place: ActivityPlace, places: Places): ApprovalLevel | undefined {
  if (!isStaffHere(grants, place, places.contains)) return undefined
  const isAdminOfCity = grants.some(({ role, areaId }) => role === 'admin' && areaId !== undefined && places.kindOf(areaId) === 'city')
  if (isAdminOfCity) return 'admin'
  return supervises(grants, place, places.contains) ? 'supervisor' : 'staff'
}

/** The level these minutes of one person and day need: up to 480 staff, up to 720 a supervisor, above that the city's admin. */
export function neededLevel(minutesOfDay: number): ApprovalLevel {
  if (minutesOfDay <= DAY_BY_STAFF_MAX) return 'staff'
  return minutesOfDay <= DAY_BY_SUPERVISOR_MAX ? 'supervisor' : 'admin'
}

/** The role that has to approve instead; undefined where this level is enough. */
export function higherRole(level: ApprovalLevel, minutesOfDay: number): Role | undefined {
  const needed = neededLevel(minutesOfDay)
  return needed === 'staff' || levels.indexOf(level) >= levels.indexOf(needed) ? undefined : needed
}

/** The roles somebody holds at a place, the one nearest to the activity first: what they type in is signed with it. */
export function rolesHere(grants: Grants, place: ActivityPlace, contains: Places['contains']): Role[] {
  const near = (role: Role) => grants.filter(grant => grant.role === role)
  const reviewing = (['reviewer', 'supervisor', 'admin'] as const).filter(role => reviews(near(role), place, contains))
  return manages(grants, place, contains) ? ['organiser', ...reviewing] : reviewing
}

/** Areas somebody works on activities in. */
export const staffAreas = (grants: Grants): string[] =>
  grants.flatMap(({ role, areaId }) =>
    areaId && (['organiser', 'reviewer', 'supervisor', 'admin'] as const).some(one => one === role) ? [areaId] : []
  )

/** `2026-12` → `2027-01`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** The public notice of an entry ends so many hours after it begins. */
export const noticeFrom = (moment: Date) => new Date(moment.getTime() + NOTICE_HOURS * HOUR_MILLISECONDS)

/** A time during which something froze an entry; still going on where it has no end. */
export interface Freeze {
  from: Date
  to: Date | null
}

/**
 * When the notice of an entry ends that was frozen until now: what was left of it when the freezing began, from now on. Freezes that
 * overlap are one; one that was over before does not count again.
 */
export function noticeAfterFreeze(entry: { at: Date; noticeUntil: Date; freezes: readonly Freeze[]; now: Date }): Date {
  const { at, noticeUntil, now } = entry
  const latestFirst = [...entry.freezes].sort((a, b) => (b.to ?? now).getTime() - (a.to ?? now).getTime())
  let since = now.getTime()
  for (const { from, to } of latestFirst) if ((to ?? now).getTime() >= since) since = Math.min(since, from.getTime())
  const frozenSince = Math.max(since, at.getTime())
  return new Date(now.getTime() + Math.max(0, noticeUntil.getTime() - frozenSince))
}

/** Attendances nobody has decided: an activity with one is not settled. */
export const undecidedAttendances: readonly AttendanceState[] = ['checked_in', 'checked_out', 'open_checkout', 'flagged', 'disputed']

/** Attendances staff may decide. Without any check-in there is nothing to approve: such hours are typed in. */
export const decidable: Record<'approve' | 'reject' | 'no-show', readonly AttendanceState[]> = {
  approve: undecidedAttendances,
  reject: undecidedAttendances,
  'no-show': ['none']
}

/** Sign-ups whose hours may be typed in: a seat that was not given back. */
export const typeableSignUps: readonly SignUpState[] = ['confirmed', 'present', 'attended', 'no_show']
/** Attendances beside which hours may be typed in; what was scanned at both ends is verified instead. */
export const typeableAttendances: readonly AttendanceState[] = ['none', 'checked_in', 'open_checkout', 'disputed']

/** Minutes a shift can give at most. */
export const creditMax = (shift: { startsAt: Date; endsAt: Date }) =>
  Math.floor((shift.endsAt.getTime() - shift.startsAt.getTime()) / MINUTE_MILLISECONDS) + OVERTIME_MAX

/** What is wrong with a time somebody is said to have left at; undefined where it can be. */
export function faultOfLeaving(leftAt: Date, { checkedInAt, shiftEndsAt, now }: { checkedInAt: Date; shiftEndsAt: Date; now: Date }) {
  if (leftAt <= checkedInAt) return 'before the check-in'
  if (leftAt > now) return 'in the future'
  return leftAt.getTime() > shiftEndsAt.getTime() + OVERTIME_MAX * MINUTE_MILLISECONDS ? 'later than the shift can count' : undefined
}

interface Credited {
  businessDate: string
  minutes: number
  grade: Grade
}

/** Whether what is entered says the same as what is wanted: then nothing is reversed. */
export function saysTheSame(entered: readonly Credited[], wanted: readonly Credited[]): boolean {
  const said = (entries: readonly Credited[]) => entries.map(entry => `${entry.businessDate} ${entry.minutes} ${entry.grade}`).sort()
  return JSON.stringify(said(entered)) === JSON.stringify(said(wanted))
}

/** Stars of final minutes of grade A to C; what is typed in gives none. Source: STAR_HOURS. */
export function starsOf({ A, B, C }: { A: number; B: number; C: number }): { stars: number; minutesToNextStar?: number } {
  const minutes = A + B + C
  const stars = STAR_HOURS.filter(hours => minutes >= hours * 60).length
  const next = STAR_HOURS[stars]
  return next === undefined ? { stars } : { stars, minutesToNextStar: next * 60 - minutes }
}
