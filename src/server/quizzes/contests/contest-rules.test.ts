import type { ContestPlan } from '#contract/quizzes-contests'
import { deadlineOf, endOf, faultsOfPlan, isTold, mayBegin, phaseOf } from '#server/quizzes/contests/contest-rules'

const now = new Date('2026-11-23T09:00:00+08:00')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const plan: ContestPlan = {
  ...{ title: '消防知识竞赛', opensAt: later(60).toISOString(), closesAt: later(3660).toISOString(), minutes: 20 },
  strata: [{ topic: '消防', count: 5 }, { count: 5 }]
}
const faults = (more: Partial<ContestPlan>) => faultsOfPlan({ ...plan, ...more }, now)

test('a plan says by name what is wrong with it, and where', () => {
  expect(faults({})).toEqual([])
  expect(faults({ closesAt: plan.opensAt })).toEqual([{ fault: 'closes-before-opens' }])
  expect(faults({ minutes: 61 })).toEqual([{ fault: 'too-short' }])
  expect(faults({ minutes: 60 })).toEqual([])
  expect(faults({ opensAt: later(-7200).toISOString(), closesAt: now.toISOString() })).toEqual([{ fault: 'closes-in-past' }])
  const parts = (...counts: number[]) => counts.map((count, n) => ({ topic: `专题 ${n}`, count }))
  expect(faults({ strata: parts(50, 50) })).toEqual([])
  expect(faults({ strata: parts(50, 50, 1) })).toEqual([{ fault: 'too-many-items' }])
  expect(faults({ strata: [...plan.strata, { count: 1, topic: '消防' }] })).toEqual([{ fault: 'stratum-twice', stratum: 2 }])
  expect(faults({ strata: [...plan.strata, { count: 1, topic: '消防', difficulty: 1 }] })).toEqual([])
})

test('a contest is open from the moment it opens to before the moment it closes, and over when the last answer is in', () => {
  const period = { opensAt: later(0), closesAt: later(600) }
  expect([-1, 0, 599, 600, 605, 605.001].map(s => phaseOf(period, later(s)))).toEqual([
    ...['coming', 'open', 'open'],
    ...['open', 'open', 'over']
  ])
  expect([-0.001, 0, 599.999, 600].map(s => mayBegin(period, later(s)))).toEqual([false, true, true, false])
  const told = (state: 'published' | 'cancelled', s: number) => isTold({ state, closesAt: period.closesAt }, later(s))
  expect([told('published', 605), told('published', 606), told('cancelled', 606), isTold(undefined, now)]).toEqual([
    false,
    true,
    false,
    false
  ])
})

test('an attempt lasts its minutes and never longer than the contest, and takes no longer than it was given', () => {
  expect(deadlineOf(later(3600), 20, now)).toEqual(later(1200))
  expect(deadlineOf(later(600), 20, now)).toEqual(later(600))
  const attempt = { createdAt: now, deadline: later(600) }
  expect(endOf(attempt, later(59.9))).toEqual({ finishedAt: later(59.9), seconds: 59 })
  expect(endOf(attempt, later(604))).toEqual({ finishedAt: later(600), seconds: 600 })
  expect(endOf(attempt, later(-1)).seconds).toBe(0)
})
