import type { SignUpState } from '#contract/volunteering-states'
import { isOffering, leavingTo, offerUntil, toOffer, toRelease } from '#server/volunteering/sign-ups/seat-rules'

const now = new Date('2026-11-23T09:00:00+08:00')
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const leaving = (state: SignUpState, startsAt: Date, timesChangedAt: Date | null = null) =>
  leavingTo(state, { startsAt, timesChangedAt }, now)

test('a seat given back 24 h ahead is early, a millisecond later it is late', () => {
  expect([leaving('confirmed', after(24)), leaving('confirmed', new Date(after(24).getTime() - 1))]).toEqual([
    'cancelled_early',
    'cancelled_late'
  ])
})

test('for a day after the organiser moved the shift nobody leaves late', () => {
  const changed = [after(-24 + 1 / 3600), after(-24), null].map(at => leaving('confirmed', after(1), at))
  expect(changed).toEqual(['cancelled_early', 'cancelled_late', 'cancelled_late'])
  expect(leaving('confirmed', now, now)).toBeUndefined()
})

test('who only waited is never late, and declines what was offered', () => {
  expect((['waitlisted', 'pending', 'offered'] as const).map(state => leaving(state, after(1)))).toEqual([
    'cancelled_early',
    'cancelled_early',
    'declined'
  ])
})

test('nobody leaves a shift that began, or one they are at', () => {
  expect([leaving('confirmed', now), leaving('present', after(1)), leaving('attended', after(1))]).toEqual([
    undefined,
    undefined,
    undefined
  ])
})

test('an offer lasts 2 h, 30 minutes in the last day, and ends where the shift begins', () => {
  expect([offerUntil(after(24), now), offerUntil(after(23.9), now), offerUntil(after(0.2), now)]).toEqual([
    after(2),
    after(0.5),
    after(0.2)
  ])
})

test('nobody is called to a shift that began, was cancelled or is not published', () => {
  const shift = { isCancelled: false, startsAt: after(1) }
  expect(isOffering(shift, { state: 'published' }, now)).toBe(true)
  expect(isOffering(shift, { state: 'running' }, now)).toBe(true)
  expect(isOffering({ ...shift, startsAt: now }, { state: 'running' }, now)).toBe(false)
  expect(isOffering({ ...shift, isCancelled: true }, { state: 'published' }, now)).toBe(false)
  expect(isOffering(shift, { state: 'cancelled' }, now)).toBe(false)
})

const waiting = (...arrivals: number[]) => arrivals.map(arrival => ({ arrival, canTake: arrival % 10 !== 0 }))

test('free seats are offered in order of arrival to those who can take them, one each', () => {
  const offered = (capacity: number, taken: number) => toOffer({ capacity, taken }, waiting(12, 10, 11, 13)).map(one => one.arrival)
  expect([offered(5, 5), offered(5, 3), offered(9, 3)]).toEqual([[], [11, 12], [11, 12, 13]])
})

test('a smaller capacity releases who came last', () => {
  expect(toRelease(2, waiting(1, 4, 2, 3)).map(one => one.arrival)).toEqual([4, 3])
  expect(toRelease(9, waiting(1, 2))).toEqual([])
})
