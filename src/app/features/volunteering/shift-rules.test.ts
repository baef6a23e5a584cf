import type { MyShift, Shift } from '#contract/volunteering-shapes'
import {
  ageWords,
  firstToShow,
  hoursWords,
  inOrder,
  freeToLeaveUntil,
  wouldLeaveLate,
  metresBetween,
  spanWords,
  standingOf,
  stepOf
} from '#app/features/volunteering/shift-rules'

const NOW = new Date('2026-11-21T04:00:00.000Z')

const shift = (more: Partial<Shift> = {}): Shift => ({
  ...{ shiftId: 's1', startsAt: '2026-11-22T01:00:00.000Z', endsAt: '2026-11-22T03:00:00.000Z', capacity: 10, seatsLeft: 3 },
  ...{ joinedCount: 7, waitlistCount: 0, isCancelled: false },
  ...more
})

const mine = (signUp: MyShift['signUp'], more: Partial<Shift> = {}, isMidwayOpen = false): MyShift => ({
  ...{ shift: shift(more), activityId: 'a1', title: '护河', site: { longitude: 115, latitude: 32, radiusMetres: 100 } },
  ...{ communityName: '桂花社区', signUp, isMidwayOpen }
})
const confirmed = { state: 'confirmed', attendance: 'none' } as const

test('a shift across midnight says the day it ends on', () => {
  expect(spanWords(shift(), NOW)).toBe('明天 09:00–11:00')
  expect(hoursWords({ startsAt: '2026-11-21T14:00:00.000Z', endsAt: '2026-11-21T17:00:00.000Z' }, NOW)).toBe('22:00–明天 01:00')
})

test('leaving counts as late from 24 hours before the start on', () => {
  expect(wouldLeaveLate({ startsAt: '2026-11-22T04:00:00.000Z' }, NOW)).toBe(false)
  const soon = { startsAt: '2026-11-22T03:59:59.000Z' }
  expect(wouldLeaveLate(soon, NOW)).toBe(true)
  // The organiser moved it less than a day ago: nobody leaves late.
  const moved = { ...soon, timesChangedAt: new Date(NOW.getTime() - 3_600_000).toISOString() }
  expect([wouldLeaveLate(moved, NOW), freeToLeaveUntil(moved, NOW), freeToLeaveUntil(soon, NOW)]).toEqual([
    false,
    new Date(NOW.getTime() + 23 * 3_600_000),
    undefined
  ])
})

test.each([
  ['open', {}],
  ['full', { seatsLeft: 0 }],
  ['begun', { startsAt: '2026-11-21T04:00:00.000Z' }],
  ['over', { startsAt: '2026-11-21T02:00:00.000Z', endsAt: '2026-11-21T04:00:00.000Z' }],
  ['cancelled', { isCancelled: true }],
  ['mine', { mySignUp: { state: 'waitlisted', position: 2, attendance: 'none' } }],
  ['open', { mySignUp: { state: 'cancelled_early', attendance: 'none' } }],
  ['left', { mySignUp: { state: 'cancelled_late', attendance: 'none' } }]
] as const)('a shift stands as %s', (standing, more) => {
  expect(standingOf(shift(more), 'published', NOW)).toBe(standing)
})

test('a page opens on my shift, else on the first with a seat', () => {
  const full = shift({ shiftId: 'full', seatsLeft: 0 })
  const open = shift({ shiftId: 'open' })
  expect(firstToShow([full, open], 'published', NOW)?.shiftId).toBe('open')
  expect(firstToShow([open, shift({ shiftId: 'mine', mySignUp: confirmed })], 'published', NOW)?.shiftId).toBe('mine')
})

test('checking in opens an hour before the start and not a second earlier', () => {
  const soon = { startsAt: '2026-11-21T05:00:00.000Z', endsAt: '2026-11-21T07:00:00.000Z' }
  expect(stepOf(mine(confirmed, soon), NOW)).toBe('in')
  expect(stepOf(mine(confirmed, soon), new Date(NOW.getTime() - 1000))).toBe('coming')
})

test('a prompt in the middle comes before checking out, and nobody on the waitlist can check in', () => {
  const present = { state: 'present', attendance: 'checked_in' } as const
  expect(stepOf(mine(present, {}, true), NOW)).toBe('midway')
  expect(stepOf(mine(present), NOW)).toBe('out')
  const begins = { startsAt: '2026-11-21T04:10:00.000Z', endsAt: '2026-11-21T06:00:00.000Z' }
  expect(stepOf(mine({ state: 'waitlisted', position: 1, attendance: 'none' }, begins), NOW)).toBe('waiting')
})

test('who never checked in has missed a shift that is over, and who was on its waitlist has not', () => {
  const past = { startsAt: '2026-11-21T01:00:00.000Z', endsAt: '2026-11-21T03:00:00.000Z' }
  expect(stepOf(mine(confirmed, past), NOW)).toBe('missed')
  expect(stepOf(mine({ state: 'waitlisted', position: 1, attendance: 'none' }, past), NOW)).toBe('gone')
})

test('what happens on site now comes before what comes sooner on the clock', () => {
  const here = mine({ state: 'present', attendance: 'checked_in' }, { shiftId: 'here', startsAt: '2026-11-21T03:00:00.000Z' })
  const next = mine(confirmed, { shiftId: 'next' })
  const later = mine(confirmed, { shiftId: 'later', startsAt: '2026-11-25T01:00:00.000Z', endsAt: '2026-11-25T03:00:00.000Z' })
  const offer = mine({ state: 'offered', attendance: 'none' }, { shiftId: 'offer' })
  const { offers, next: first, others } = inOrder([later, offer, next, here], NOW)
  expect(offers.map(({ shift: one }) => one.shiftId)).toEqual(['offer'])
  expect([first, ...others].map(one => one?.shift.shiftId)).toEqual(['here', 'next', 'later'])
})

test('ages are said as people say them', () => {
  expect([ageWords({}), ageWords({ minAge: 18 }), ageWords({ maxAge: 60 }), ageWords({ minAge: 14, maxAge: 60 })]).toEqual([
    undefined,
    '18 岁以上',
    '60 岁以下',
    '14–60 岁'
  ])
})

test('a hundredth of a degree of latitude is 1.1 km', () => {
  expect(metresBetween({ longitude: 115, latitude: 32 }, { longitude: 115, latitude: 32.01 })).toBeCloseTo(1112, 0)
})
