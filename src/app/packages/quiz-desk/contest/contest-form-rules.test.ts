import type { ContestPlan } from '#contract/quizzes-contests'
import {
  faultsOf,
  fittingOf,
  formFrom,
  newForm,
  planOf,
  serverFaults,
  type ContestForm
} from '#app/packages/quiz-desk/contest/contest-form-rules'

const now = new Date('2026-11-22T02:00:00.000Z')
const form = (more: Partial<ContestForm> = {}): ContestForm => ({ ...newForm('2026-11-23'), title: '文明知识竞赛', ...more })
const placesOf = (more: Partial<ContestForm>) =>
  faultsOf(form(more), now).map(({ place, stratum }) => (stratum === undefined ? place : `${place} ${stratum}`))

test('a plan goes to the server in its own time and comes back as it was typed', () => {
  const typed = form({
    hasAward: true,
    strata: [
      { topic: '交通文明', count: '12' },
      { type: 'fill', difficulty: 2, count: '3' }
    ]
  })
  const plan = planOf(typed, now)
  expect(plan).toMatchObject({ opensAt: '2026-11-23T01:00:00.000Z', closesAt: '2026-11-23T10:00:00.000Z', minutes: 30 })
  expect(formFrom(plan as ContestPlan)).toEqual(typed)
})

test('what is left empty is not sent', () => {
  const plan = planOf(form({ introduction: '  ' }), now)
  expect(plan && Object.keys(plan)).not.toContain('introduction')
  expect(plan && Object.keys(plan)).not.toContain('award')
  expect(plan?.strata).toEqual([{ count: 20 }])
})

test('a fault stands at its field', () => {
  expect(placesOf({ title: '赛' })).toEqual(['title'])
  expect(placesOf({ closesTime: '08:00' })).toEqual(['closes'])
  expect(placesOf({ opensOn: '2026-11-20', closesOn: '2026-11-20' })).toEqual(['closes'])
  expect(placesOf({ opensTime: '' })).toEqual(['opens'])
  expect(placesOf({ closesTime: '09:20' })).toEqual(['closes'])
  expect(placesOf({ minutes: '0' })).toEqual(['minutes'])
  expect(placesOf({ hasAward: true, pointsPerRight: '6', budget: '' })).toEqual(['award', 'award'])
})

test('a paper has at most 100 items, and no part of it twice', () => {
  expect(placesOf({ strata: [{ count: '50' }, { topic: '志愿服务', count: '50' }] })).toEqual([])
  expect(placesOf({ strata: [{ count: '50' }, { topic: '志愿服务', count: '50' }, { type: 'fill', count: '1' }] })).toEqual(['strata'])
  expect(
    placesOf({
      strata: [
        { type: 'fill', count: '5' },
        { type: 'fill', count: '6' }
      ]
    })
  ).toEqual(['strata 1'])
  expect(placesOf({ strata: [{ count: '' }] })).toEqual(['strata 0'])
  expect(placesOf({ strata: [] })).toEqual(['strata'])
})

test('what the server names stands at its part of the paper, and what is unknown is left out', () => {
  expect(serverFaults({ faults: [{ fault: 'too-few-questions', stratum: 1 }, { fault: 'something' }] })).toEqual([
    { place: 'strata', stratum: 1, sentence: expect.stringContaining('不够') as string }
  ])
  expect(serverFaults(undefined)).toEqual([])
})

test('the count of fitting questions holds only for a part that is as it was saved', () => {
  const saved = { plan: planOf(form({ strata: [{ topic: '交通文明', count: '5' }] }), now) as ContestPlan, fitting: [39] }
  expect(fittingOf({ topic: '交通文明', count: '9' }, saved)).toBe(39)
  expect(fittingOf({ topic: '志愿服务', count: '5' }, saved)).toBeUndefined()
})
