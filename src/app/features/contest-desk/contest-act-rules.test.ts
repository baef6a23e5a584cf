import type { Contest } from '#contract/quizzes-contests'
import { actsOf, deskStandingOf, shortStrata } from '#app/features/contest-desk/contest-act-rules'

const contest = (more: Partial<Contest> = {}): Contest => ({
  ...{ contestId: 'c1', title: '文明知识竞赛', state: 'draft', phase: 'coming', minutes: 30, itemCount: 20, participantCount: 0 },
  ...{ opensAt: '2026-11-23T01:00:00.000Z', closesAt: '2026-11-23T10:00:00.000Z' },
  ...more
})
const now = Date.parse('2026-11-22T02:00:00.000Z')
const during = Date.parse('2026-11-23T02:00:00.000Z')
const after = Date.parse('2026-11-23T10:00:06.000Z')

test('whoever wrote the plan is not offered to publish it, and is told why', () => {
  expect(actsOf({ contest: contest(), isMine: true }, now)).toMatchObject({
    mayEdit: true,
    mayPublish: false,
    held: expect.any(String) as string
  })
  expect(actsOf({ contest: contest(), isMine: false }, now)).toEqual({ mayEdit: true, mayPublish: true, mayCancel: true })
})

test('a plan whose time is past is changed before it is published', () => {
  expect(actsOf({ contest: contest(), isMine: false }, after)).toMatchObject({
    mayPublish: false,
    held: expect.stringContaining('时间') as string
  })
})

test('a published contest is only called off, and after its end not even that', () => {
  const published = { contest: contest({ state: 'published' }), isMine: false }
  expect(actsOf(published, now)).toEqual({ mayEdit: false, mayPublish: false, mayCancel: true })
  expect(actsOf(published, during).mayCancel).toBe(true)
  expect(actsOf(published, after).mayCancel).toBe(false)
  expect(deskStandingOf(published, after)).toBe('over')
  expect(actsOf({ contest: contest({ state: 'cancelled' }), isMine: false }, now).mayCancel).toBe(false)
})

test('the parts of a paper that lack questions are named by their place', () => {
  const plan = { title: '', opensAt: '', closesAt: '', minutes: 30, strata: [{ count: 5 }, { topic: '交通文明', count: 10 }] }
  expect(shortStrata({ plan, fitting: [5, 9] })).toEqual([1])
})
