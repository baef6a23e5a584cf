import type { Activity, MyShift, Shift } from '#contract/volunteering-shapes'
import { CHECK_IN_OPENS, FREE_TO_LEAVE_HOURS, isLateToLeave, mayRejoin, signUpFacts } from '#contract/volunteering-states'
import { dayWords, momentWords } from '#app/words/time-words'

const MINUTE_MILLISECONDS = 60_000
const HOUR_MILLISECONDS = 3_600_000
const CLOCK_LENGTH = 'HH:mm'.length

type Span = Pick<Shift, 'startsAt' | 'endsAt'>

const clockWords = (at: string, now: Date) => momentWords(at, now).slice(-CLOCK_LENGTH)

/** 15:00–17:00, and with the day where it ends on another one. */
export function hoursWords({ startsAt, endsAt }: Span, now: Date): string {
  const end = dayWords(startsAt, now) === dayWords(endsAt, now) ? clockWords(endsAt, now) : momentWords(endsAt, now)
  return `${clockWords(startsAt, now)}–${end}`
}

/** 明天 15:00–17:00 */
export const spanWords = (span: Span, now: Date) => `${dayWords(span.startsAt, now)} ${hoursWords(span, now)}`

export const minutesOf = ({ startsAt, endsAt }: Span) => (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MILLISECONDS

/** Leaving now would count as a late cancellation. */
export const wouldLeaveLate = ({ startsAt, timesChangedAt }: Pick<Shift, 'startsAt' | 'timesChangedAt'>, now: Date) =>
  isLateToLeave({ startsAt: new Date(startsAt), timesChangedAt: timesChangedAt ? new Date(timesChangedAt) : null }, now)

/** Until when somebody may leave without a fault because the organiser moved the shift; undefined where that is over or never was. */
export function freeToLeaveUntil({ startsAt, timesChangedAt }: Pick<Shift, 'startsAt' | 'timesChangedAt'>, now: Date): Date | undefined {
  if (!timesChangedAt) return undefined
  const until = Math.min(Date.parse(timesChangedAt) + FREE_TO_LEAVE_HOURS * HOUR_MILLISECONDS, Date.parse(startsAt))
  return until > now.getTime() ? new Date(until) : undefined
}

export const checkInOpensAt = (startsAt: string) => new Date(Date.parse(startsAt) - CHECK_IN_OPENS * MINUTE_MILLISECONDS)

export type ShiftStanding = 'mine' | 'open' | 'full' | 'begun' | 'over' | 'cancelled' | 'left'

/** How a shift of an activity stands for the person who looks at it. */
export function standingOf(shift: Shift, activityState: Activity['state'], now: Date): ShiftStanding {
  if (shift.isCancelled || activityState === 'cancelled') return 'cancelled'
  if (shift.mySignUp && signUpFacts[shift.mySignUp.state].isLive) return Date.parse(shift.endsAt) < now.getTime() ? 'over' : 'mine'
  if (Date.parse(shift.endsAt) <= now.getTime()) return 'over'
  if (shift.mySignUp && !mayRejoin(shift.mySignUp.state)) return 'left'
  if (Date.parse(shift.startsAt) <= now.getTime()) return shift.mySignUp ? 'left' : 'begun'
  return shift.seatsLeft > 0 ? 'open' : 'full'
}

/** The shift a page opens on: mine, else the first with a seat, else the first that is not over, else the last. */
export function firstToShow(shifts: readonly Shift[], activityState: Activity['state'], now: Date): Shift | undefined {
  const by = (standing: ShiftStanding) => shifts.find(shift => standingOf(shift, activityState, now) === standing)
  return by('mine') ?? by('open') ?? by('full') ?? by('begun') ?? shifts.at(-1)
}

/** 14 岁以上, 14–60 岁, 60 岁以下; undefined where anybody may come. */
export function ageWords({ minAge, maxAge }: Pick<Shift, 'minAge' | 'maxAge'>): string | undefined {
  if (minAge !== undefined && maxAge !== undefined) return `${minAge}–${maxAge} 岁`
  if (minAge !== undefined) return `${minAge} 岁以上`
  return maxAge === undefined ? undefined : `${maxAge} 岁以下`
}

export type ArrivalStep = 'offer' | 'waiting' | 'coming' | 'in' | 'midway' | 'out' | 'served' | 'missed' | 'gone'

/** What a volunteer can do about a shift just now. `gone`: not signed up any more, or called off. */
export function stepOf({ shift, signUp, isMidwayOpen }: Pick<MyShift, 'shift' | 'signUp' | 'isMidwayOpen'>, now: Date): ArrivalStep {
  if (signUp.attendance === 'checked_in') return isMidwayOpen ? 'midway' : 'out'
  if (signUp.attendance !== 'none') return 'served'
  if (signUp.state === 'attended') return 'served'
  if (signUp.state === 'no_show') return 'missed'
  if (shift.isCancelled || !signUpFacts[signUp.state].isLive) return 'gone'
  if (Date.parse(shift.endsAt) <= now.getTime()) return signUpFacts[signUp.state].takesSeat ? 'missed' : 'gone'
  if (signUp.state === 'offered') return 'offer'
  if (signUp.state === 'waitlisted' || signUp.state === 'pending') return 'waiting'
  return checkInOpensAt(shift.startsAt).getTime() <= now.getTime() ? 'in' : 'coming'
}

const urgency: readonly ArrivalStep[] = ['midway', 'out', 'in', 'coming', 'waiting']

export interface MyShiftsInOrder {
  offers: MyShift[]
  /** What needs me first: on site before coming, sooner before later. */
  next?: MyShift
  others: MyShift[]
}

/** Offers first, because they run out; then the one shift that is due, then the rest in order of time. */
export function inOrder(shifts: readonly MyShift[], now: Date): MyShiftsInOrder {
  const stepped = shifts.map(mine => ({ mine, step: stepOf(mine, now) }))
  const rank = (step: ArrivalStep) => (step === 'waiting' ? urgency.indexOf('coming') : urgency.indexOf(step))
  const due = stepped
    .filter(({ step }) => urgency.includes(step))
    .sort((a, b) => rank(a.step) - rank(b.step) || Date.parse(a.mine.shift.startsAt) - Date.parse(b.mine.shift.startsAt))
  const [next, ...others] = due.map(({ mine }) => mine)
  return { offers: stepped.filter(({ step }) => step === 'offer').map(({ mine }) => mine), ...(next && { next }), others }
}

/** What was called off before it began, and is not over yet: nobody should stand there alone. */
export const calledOff = (shifts: readonly MyShift[], now: Date): MyShift[] =>
  shifts.filter(({ shift, signUp }) => signUp.state === 'cancelled_by_organiser' && Date.parse(shift.endsAt) > now.getTime())

const EARTH_RADIUS_METRES = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two points of one city (equirectangular: within a metre over 10 km). */
export function metresBetween(a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }): number {
  const east = radians(b.longitude - a.longitude) * Math.cos(radians((a.latitude + b.latitude) / 2))
  return Math.hypot(east, radians(b.latitude - a.latitude)) * EARTH_RADIUS_METRES
}
