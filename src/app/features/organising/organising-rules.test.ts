import type { Activity, Shift } from '#contract/volunteering-shapes'
import { activityStates, flagKinds } from '#contract/volunteering-states'
import { actsOf, actWords, activityActs, isCarryingOn } from '#app/features/organising/activity-act-rules'
import { dateOf, daysLater, instantOf, spanWords, timeOf, weekdayOf } from '#app/features/organising/city-time-rules'
import { allMinutes, hoursWords, percentOf, sharesOf } from '#app/features/organising/grade-share-rules'
import { tabOf, waitingFirst, waitingWords, type ManagedCard } from '#app/features/organising/managed-list-rules'
import { volunteeringRoles } from '#app/features/organising/organising-role-rules'
import { namesReleased } from '#app/features/organising/release-rules'
import { undecidedSentence } from '#app/features/organising/undecided-rules'
import { shiftsAgain } from '#app/features/organising/repeat-rules'
import { shiftStepsOf } from '#app/features/organising/shift-step-rules'
import { shiftGateWords, shiftTakenWords } from '#app/features/organising/shift-words-rules'
import { circleShape } from '#app/features/organising/site-shape-rules'
import { factsSentence, flagWords } from '#app/words/organising'

const shift: Shift = {
  shiftId: 's',
  startsAt: '2026-11-23T01:00:00.000Z',
  endsAt: '2026-11-23T03:00:00.000Z',
  capacity: 20,
  seatsLeft: 8,
  joinedCount: 12,
  waitlistCount: 0,
  isCancelled: false
}

test('days and times are those of the city, across midnight', () => {
  expect([dateOf('2026-11-22T16:30:00.000Z'), timeOf('2026-11-22T16:30:00.000Z')]).toEqual(['2026-11-23', '00:30'])
  expect(instantOf('2026-11-23', '00:30')).toBe('2026-11-22T16:30:00.000Z')
  expect([daysLater('2028-02-28', 1), weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual(['2028-02-29', 7, 1])
  expect(spanWords('2026-11-23T14:00:00.000Z', '2026-11-23T17:00:00.000Z')).toBe('11月23日 周一 22:00–次日 01:00')
  expect(instantOf('', '09:00')).toBeUndefined()
})

test('an organiser submits a draft; a reviewer publishes or returns what waits; nobody cancels what is over', () => {
  const acts = (state: Activity['state'], canManage: boolean, canPublish: boolean) => actsOf({ state, canManage, canPublish })
  expect(acts('draft', true, false)).toEqual(['submit', 'edit', 'repeat', 'copy', 'cancel'])
  expect(acts('in_review', false, true)).toEqual(['publish', 'return'])
  expect(acts('ended', true, false)).toEqual(['settle', 'copy'])
  for (const state of activityStates) expect(acts(state, false, false)).toEqual([])
  expect(activityActs.filter(isCarryingOn)).toEqual(['submit', 'publish', 'return', 'settle'])
})

test('no two acts share a key', () => {
  const keys = activityActs.map(act => actWords[act].key)
  expect(new Set(keys).size).toBe(keys.length)
})

test('the desk of a shift is open from an hour before it to two hours after it, and only for who manages it', () => {
  const steps = (at: string, canManage = true) =>
    shiftStepsOf({ state: 'published', canManage }, shift, new Date(at)).map(({ step }) => step)
  expect(steps('2026-11-22T23:59:59.000Z')).toEqual(['hours', 'change', 'export', 'cancel'])
  expect(steps('2026-11-23T00:00:00.000Z')).toEqual(['desk', 'hours', 'change', 'export', 'cancel'])
  expect(steps('2026-11-23T04:59:59.000Z')).toEqual(['desk', 'hours', 'export'])
  expect(steps('2026-11-23T05:00:00.000Z')).toEqual(['hours', 'export'])
  expect(steps('2026-11-23T01:30:00.000Z', false)).toEqual(['hours', 'export'])
})

test('how full a shift is and whom it is for are said in words', () => {
  const before = new Date(shift.startsAt)
  expect(shiftTakenWords(shift, before)).toBe('12 人，还有 8 个名额')
  expect(shiftTakenWords(shift, new Date(shift.endsAt))).toBe('12 人')
  expect(shiftTakenWords({ ...shift, joinedCount: 20, seatsLeft: 0, waitlistCount: 3 }, before)).toBe('20 人，满了，候补 3 人')
  expect([
    shiftGateWords({ minAge: 16, maxAge: 60 }),
    shiftGateWords({ minAge: 16 }),
    shiftGateWords({ maxAge: 60, neededSkills: ['driving'] })
  ]).toEqual(['16–60 岁', '满 16 岁', '60 岁以下 · 要会驾驶'])
  expect(shiftGateWords({})).toBe('')
})

test('shifts are repeated at the same time of the city and as long, across midnight', () => {
  const night = { ...shift, startsAt: '2026-11-23T14:00:00.000Z', endsAt: '2026-11-23T17:00:00.000Z', position: '夜巡' }
  expect(shiftsAgain([night], ['2026-11-30'])).toEqual([
    { startsAt: '2026-11-30T14:00:00.000Z', endsAt: '2026-11-30T17:00:00.000Z', capacity: 20, position: '夜巡' }
  ])
})

test('what waits for whoever looks stands first and says what it waits for', () => {
  const card = (activityId: string, state: ManagedCard['state'], waiting = 0) => ({ activityId, state, waiting }) as ManagedCard
  const [organiser, reviewer] = [volunteeringRoles([{ role: 'organiser' }]), volunteeringRoles([{ role: 'reviewer' }])]
  const cards = [card('draft', 'draft'), card('asking', 'published', 2), card('new', 'in_review'), card('over', 'ended')]
  expect(waitingFirst(cards, organiser).map(({ activityId }) => activityId)).toEqual(['asking', 'over', 'draft', 'new'])
  expect(waitingFirst(cards, reviewer).map(({ activityId }) => activityId)).toEqual(['asking', 'new', 'draft', 'over'])
  expect(cards.map(one => waitingWords(one, organiser))).toEqual([undefined, '2 人等你同意报名', undefined, '等你认定出勤、结算'])
  expect([tabOf('ended'), tabOf('nonsense'), tabOf(undefined)]).toEqual(['ended', 'all', 'all'])
})

test('a smaller capacity names whom it would release', () => {
  const named = { code: 'below-taken' as const, data: { releases: ['周**', '李**'] } }
  expect(namesReleased(named)).toEqual({ count: 2, names: '周**、李**' })
  expect(namesReleased({ code: 'shift-closed' })).toBeUndefined()
})

test('bars share one scale, and a piece that is there is seen', () => {
  const byGrade = { A: 600, B: 0, C: 398, D: 2 }
  expect(allMinutes(byGrade)).toBe(1000)
  expect(sharesOf(byGrade, 2000)).toEqual([
    { grade: 'A', minutes: 600, widthPercent: 30 },
    { grade: 'C', minutes: 398, widthPercent: 19.9 },
    { grade: 'D', minutes: 2, widthPercent: 1 }
  ])
  expect([percentOf(0.114), hoursWords(750)]).toEqual([11, '12.5 小时'])
})

test('roles open the pages they work on', () => {
  expect(volunteeringRoles([{ role: 'organiser' }])).toEqual({ isOrganiser: true, isReviewer: false, isStaff: true, isOffice: false })
  expect(volunteeringRoles([{ role: 'supervisor' }])).toEqual({ isOrganiser: false, isReviewer: true, isStaff: true, isOffice: true })
  expect(volunteeringRoles([{ role: 'handler' }])).toEqual({ isOrganiser: false, isReviewer: false, isStaff: false, isOffice: false })
})

test('the circle of a site is closed and as wide as its radius', () => {
  const shape = circleShape({ longitude: 120, latitude: 30 }, 100)
  const ring = (shape.coordinates as number[][][])[0]!
  expect(ring[0]).toEqual(ring.at(-1))
  const metresNorth = (Math.max(...ring.map(([, latitude]) => latitude!)) - 30) * 111_320
  expect(metresNorth).toBeCloseTo(100, 1)
})

test('facts of a flag are told in words, and every kind of flag has some', () => {
  expect(factsSentence({ distanceMetres: 12_300, speedKmh: 480 })).toBe('两处相距 12.3 公里，要走到每小时 480 公里')
  expect(factsSentence({ somethingNew: 3 })).toBe('')
  for (const kind of flagKinds) expect(flagWords[kind].line).toMatch(/。$/)
})

test('what is left before settling is told as a number', () => {
  expect(undecidedSentence({ code: 'undecided-left', data: { count: 4 } })).toContain('还差 4 项')
  expect(undecidedSentence({ code: 'not-found' })).toBeUndefined()
})
