import { isLateToLeave, LATE_CANCELLATION_HOURS, OFFER_HOURS, OFFER_SHORT_MINUTES, type SignUpState } from '#contract/volunteering-states'

const MINUTE_MILLISECONDS = 60_000
const HOUR_MILLISECONDS = 3_600_000

/** Where a sign-up goes when its person leaves; undefined where it cannot be left. Only a seat one had can be given back late. */
export function leavingTo(state: SignUpState, shift: { startsAt: Date; timesChangedAt: Date | null }, now: Date): SignUpState | undefined {
  if (now >= shift.startsAt) return undefined
  if (state === 'offered') return 'declined'
  if (state === 'waitlisted' || state === 'pending') return 'cancelled_early'
  if (state !== 'confirmed') return undefined
  return isLateToLeave(shift, now) ? 'cancelled_late' : 'cancelled_early'
}

/** Until when a freed seat is kept: 2 h, 30 min where the shift begins in less than 24 h, and never beyond its start. */
export function offerUntil(startsAt: Date, now: Date): Date {
  const isSoon = startsAt.getTime() - now.getTime() < LATE_CANCELLATION_HOURS * HOUR_MILLISECONDS
  const until = now.getTime() + (isSoon ? OFFER_SHORT_MINUTES * MINUTE_MILLISECONDS : OFFER_HOURS * HOUR_MILLISECONDS)
  return new Date(Math.min(until, startsAt.getTime()))
}

/** Whether freed seats are still handed on: nobody is called to a shift that began. */
export const isOffering = (shift: { isCancelled: boolean; startsAt: Date }, activity: { state: string }, now: Date) =>
  !shift.isCancelled && now < shift.startsAt && (activity.state === 'published' || activity.state === 'running')

/** Who is offered the free seats: the first of the waitlist who can still take one, in order of arrival, one live offer a seat. */
export function toOffer<W extends { arrival: number; canTake: boolean }>(
  { capacity, taken }: { capacity: number; taken: number },
  waitlist: readonly W[]
): W[] {
  return waitlist
    .filter(waiting => waiting.canTake)
    .sort((a, b) => a.arrival - b.arrival)
    .slice(0, Math.max(0, capacity - taken))
}

/** Whom a smaller capacity releases: whoever holds a seat and came last. */
export function toRelease<H extends { arrival: number }>(capacity: number, holders: readonly H[]): H[] {
  return [...holders].sort((a, b) => b.arrival - a.arrival).slice(0, Math.max(0, holders.length - capacity))
}
