import { signUpStates, type SignUpState } from '#contract/volunteering-states'
import {
  afterJoining,
  decideJoin,
  overlaps,
  type Joined,
  type JoinerFacts,
  type ShiftFacts
} from '#server/volunteering/sign-ups/join-rules'

const now = new Date('2026-11-23T09:00:00+08:00')
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const SITE = { longitude: 115.63, latitude: 32.73 }
const FAR = { longitude: 115.68, latitude: 32.73 }
const shift: ShiftFacts = {
  ...SITE,
  shiftId: 'here',
  startsAt: after(48),
  endsAt: after(50),
  capacity: 2,
  taken: 1,
  waitlisted: 0,
  nextArrival: 7,
  minAge: null,
  maxAge: null,
  neededSkills: [],
  isCancelled: false,
  activityState: 'published',
  needsApproval: false
}
const somebody: JoinerFacts = { profile: undefined, earlier: undefined, near: [], liveCount: 0 }
const decide = (change: Partial<ShiftFacts> = {}, who: Partial<JoinerFacts> = {}, at = now) =>
  decideJoin({ ...shift, ...change }, { ...somebody, ...who }, at)
const refusal = (...asked: Parameters<typeof decide>) => {
  const decided = decide(...asked)
  return 'refusal' in decided ? decided.refusal : decided.state
}
const born = (birthDate: string) => ({ birthDate, skills: [], hasGuardianConsent: false, coolDownUntil: null })

test('a free seat is taken, the last one too; then one waits behind those who wait', () => {
  expect(decide()).toEqual({ state: 'confirmed', arrival: 7 })
  expect(decide({ taken: 2, waitlisted: 4 })).toEqual({ state: 'waitlisted', arrival: 7, position: 5 })
})

test('where approval is needed a free seat is kept while one waits for it', () => {
  expect(decide({ needsApproval: true })).toEqual({ state: 'pending', arrival: 7 })
  expect(afterJoining(shift, { state: 'pending', arrival: 7 })).toMatchObject({ taken: 2, waitlisted: 0, nextArrival: 8 })
  expect(afterJoining(shift, { state: 'waitlisted', arrival: 7 })).toMatchObject({ taken: 1, waitlisted: 1, nextArrival: 8 })
})

test('a shift is joined before it begins, in an activity that is out', () => {
  expect(refusal({ activityState: 'in_review' })).toBe('activity-not-published')
  expect(refusal({ activityState: 'cancelled' })).toBe('shift-closed')
  expect(refusal({ isCancelled: true })).toBe('shift-closed')
  expect(refusal({}, {}, after(48))).toBe('sign-up-after-start')
  expect(refusal({}, {}, after(50))).toBe('shift-closed')
})

test('who left in time, let an offer go or was released may come back; what counts or was decided stays', () => {
  const earlier = (state: SignUpState) => ({ earlier: { state, arrival: 3, waitingBefore: 1 } })
  for (const state of signUpStates)
    expect([state, refusal({}, earlier(state))]).toEqual([
      state,
      ['declined', 'cancelled_early', 'cancelled_by_organiser'].includes(state) ? 'confirmed' : 'already-joined'
    ])
  expect(decide({}, earlier('cancelled_late'))).toEqual({ refusal: 'already-joined', data: { state: 'cancelled_late' } })
})

test('who left goes to the end of the waitlist, who was released to the place before', () => {
  const full = { taken: 2, waitlisted: 4 }
  const back = (state: SignUpState) => decide(full, { earlier: { state, arrival: 3, waitingBefore: 1 } })
  expect(back('cancelled_early')).toEqual({ state: 'waitlisted', arrival: 7, position: 5, from: 'cancelled_early' })
  const released = back('cancelled_by_organiser') as Joined
  expect(released).toEqual({ state: 'waitlisted', arrival: 3, position: 2, from: 'cancelled_by_organiser' })
  expect(afterJoining({ ...shift, ...full }, released)).toMatchObject({ waitlisted: 5, nextArrival: 7 })
})

test('two shifts of one person leave a quarter of an hour for the way', () => {
  const other = (from: number, to: number, site = SITE) => ({ startsAt: after(from), endsAt: after(to), ...site })
  const among = (one: [number, number], two: [number, number], site = FAR) => overlaps(other(...one), other(...two, site))
  expect([among([1, 2], [2.25, 3]), among([1, 2], [2.2499, 3]), among([1, 9], [3, 4])]).toEqual([false, true, true])
  // At one site nobody has a way to go: the next begins where the one before ends.
  expect([among([1, 2], [2, 3], SITE), among([1, 2], [1.9999, 3], SITE)]).toEqual([false, true])
  const near = [{ shiftId: 'there', startsAt: after(50.1), endsAt: after(51), ...FAR }]
  expect(decide({}, { near })).toMatchObject({ refusal: 'overlapping-shift', otherShiftId: 'there' })
  expect(refusal({}, { near: [{ shiftId: 'there', startsAt: after(50.25), endsAt: after(51), ...FAR }] })).toBe('confirmed')
})

test('age is that on the day of the shift in Shanghai', () => {
  // The shift begins at 09:00 on 25 November.
  expect(refusal({ minAge: 16 }, { profile: born('2010-11-25') })).toBe('confirmed')
  expect(refusal({ minAge: 16 }, { profile: born('2010-11-26') })).toBe('too-young')
  expect(refusal({ maxAge: 60 }, { profile: born('1965-11-26') })).toBe('confirmed')
  expect(refusal({ maxAge: 60 }, { profile: born('1965-11-25') })).toBe('too-old')
  expect(refusal({ minAge: 16 })).toBe('profile-needed')
})

test('under 14 a guardian has agreed, and a needed skill is in the profile', () => {
  expect(refusal({}, { profile: born('2012-11-26') })).toBe('guardian-needed')
  expect(refusal({}, { profile: { ...born('2012-11-26'), hasGuardianConsent: true } })).toBe('confirmed')
  const neededSkills = ['first-aid', 'law'] as const
  expect(refusal({ neededSkills })).toBe('profile-needed')
  expect(refusal({ neededSkills }, { profile: { ...born('1990-01-01'), skills: ['law'] } })).toBe('skill-needed')
  expect(refusal({ neededSkills }, { profile: { ...born('1990-01-01'), skills: ['law', 'first-aid'] } })).toBe('confirmed')
})

test('in a cool-down there is one live sign-up at a time', () => {
  const profile = { ...born('1990-01-01'), coolDownUntil: after(1) }
  expect(refusal({}, { profile, liveCount: 0 })).toBe('confirmed')
  expect(decide({}, { profile, liveCount: 1 })).toEqual({ refusal: 'cool-down', data: { until: after(1).toISOString() } })
  expect(refusal({}, { profile: { ...profile, coolDownUntil: now }, liveCount: 1 })).toBe('confirmed')
})
