import { OVERTIME_MAX, type Grade, type PresenceSignal } from '#contract/volunteering-states'
import { businessDateOf, startOfBusinessDate } from '#server/business-date'

const MINUTE_MILLISECONDS = 60_000
const DAY_MILLISECONDS = 86_400_000

/** From a moment up to, and without, another. */
export interface Interval {
  from: Date
  to: Date
}

export interface DayMinutes {
  businessDate: string
  minutes: number
}

type Signals = readonly PresenceSignal[]

/** A human, or the code on site, saw the person at this end. */
const isSeen = (signals: Signals) => (['code', 'digits', 'reverse', 'card'] as const).some(signal => signals.includes(signal))
/** Staff saw the person, or the code was scanned and the phone was there. Typed digits travel by telephone, a card by anybody's hand. */
const isSurelySeen = (signals: Signals) => signals.includes('reverse') || (signals.includes('code') && signals.includes('geofence'))

/**
 * A: R, or C+G, at both ends, and H or M. B: code, digits, reverse scan or card at both ends. C: one end and staff's word.
 * Undefined where neither end was seen, or nobody vouches for the other: nothing can be credited (D is only ever typed in).
 */
export function gradeOf(proof: { factsIn: Signals; factsOut: Signals; between: Signals; headCountAgrees: boolean }): Grade | undefined {
  const ends = [proof.factsIn, proof.factsOut]
  if (ends.every(isSeen)) {
    const isBetween = proof.headCountAgrees || proof.between.includes('midway')
    return isBetween && ends.every(isSurelySeen) ? 'A' : 'B'
  }
  return ends.some(isSeen) && ends.some(signals => !isSeen(signals) && signals.includes('word')) ? 'C' : undefined
}

/** What is left of an interval when others are taken out of it, in order of time. */
function without({ from, to }: Interval, others: readonly Interval[]): Interval[] {
  let start = from.getTime()
  const left: Interval[] = []
  for (const other of [...others].sort((one, next) => one.from.getTime() - next.from.getTime())) {
    const [otherFrom, otherTo] = [other.from.getTime(), other.to.getTime()]
    if (otherTo <= start || otherFrom >= to.getTime() || otherTo <= otherFrom) continue
    if (otherFrom > start) left.push({ from: new Date(start), to: new Date(otherFrom) })
    start = otherTo
  }
  if (start < to.getTime()) left.push({ from: new Date(start), to })
  return left
}

/** Cuts an interval at every midnight in Shanghai. */
function daysOf({ from, to }: Interval): { businessDate: string; milliseconds: number }[] {
  const days = []
  for (let start = from.getTime(); start < to.getTime();) {
    const businessDate = businessDateOf(new Date(start))
    const end = Math.min(startOfBusinessDate(businessDate).getTime() + DAY_MILLISECONDS, to.getTime())
    days.push({ businessDate, milliseconds: end - start })
    start = end
  }
  return days
}

/**
 * Whole minutes of service by business day: min(measured, scheduled + 15, what other intervals of this person leave of it).
 * Seconds are dropped once, at the end, so that a shift across midnight loses no minute. Without a check-out there is nothing.
 * @param otherIntervals times that count for this person elsewhere; what lies in them does not count again.
 * @returns days with at least one minute, in order.
 */
export function creditOf(measured: {
  checkedInAt: Date | null | undefined
  checkedOutAt: Date | null | undefined
  shiftStartsAt: Date
  shiftEndsAt: Date
  otherIntervals: readonly Interval[]
}): DayMinutes[] {
  const { checkedInAt, checkedOutAt, shiftStartsAt, shiftEndsAt, otherIntervals } = measured
  if (!checkedInAt || !checkedOutAt) return []
  const scheduled = Math.max(0, Math.floor((shiftEndsAt.getTime() - shiftStartsAt.getTime()) / MINUTE_MILLISECONDS))
  const credited = new Map<string, number>()
  let [milliseconds, minutes] = [0, 0]
  for (const day of without({ from: checkedInAt, to: checkedOutAt }, otherIntervals).flatMap(daysOf)) {
    milliseconds += day.milliseconds
    const reached = Math.min(Math.floor(milliseconds / MINUTE_MILLISECONDS), scheduled + OVERTIME_MAX)
    if (reached > minutes) credited.set(day.businessDate, (credited.get(day.businessDate) ?? 0) + reached - minutes)
    minutes = reached
  }
  return [...credited].map(([businessDate, ofDay]) => ({ businessDate, minutes: ofDay }))
}

export const totalMinutes = (days: readonly DayMinutes[]) => days.reduce((total, day) => total + day.minutes, 0)

/** Whether a head-count differs by more than max(1, 5 % of those present). */
export const isHeadCountOff = (counted: number, present: number) => Math.abs(counted - present) > Math.max(1, present * 0.05)

/** A head-count speaks for those who were there when it was taken, where it agrees with what the system knew. */
export function headCountAgrees(
  headCount: { counted: number; present: number; at: Date } | undefined,
  { checkedInAt, checkedOutAt }: { checkedInAt: Date | null; checkedOutAt: Date | null }
): boolean {
  if (!headCount || !checkedInAt || isHeadCountOff(headCount.counted, headCount.present)) return false
  return checkedInAt <= headCount.at && (!checkedOutAt || checkedOutAt >= headCount.at)
}
