import type { Contest } from '#contract/quizzes-contests'
import { cancelWords, firstToName, needsEnding, standingOf, timeToAnswer } from '#app/features/contests/contest-rules'

const contest = (more: Partial<Contest> = {}): Contest => ({
  ...{ contestId: 'c1', title: '文明知识竞赛', state: 'published', phase: 'open', minutes: 30, itemCount: 20, participantCount: 3 },
  ...{ opensAt: '2026-11-22T01:00:00.000Z', closesAt: '2026-11-22T10:00:00.000Z' },
  ...more
})
const mine = (more: Partial<NonNullable<Contest['mine']>> = {}): NonNullable<Contest['mine']> => ({
  ...{ attemptId: 't1', state: 'in_progress', deadline: '2026-11-22T02:30:00.000Z', isShown: false },
  ...more
})
const at = (time: string) => Date.parse(`2026-11-22T${time}:00.000Z`)

test('a contest stands as the clock says, even where the page was opened before', () => {
  expect(standingOf(contest(), at('00:59'))).toBe('coming')
  expect(standingOf(contest(), at('01:00'))).toBe('open')
  expect(standingOf(contest({ mine: mine() }), at('10:00') + 5_001)).toBe('over')
  expect(standingOf(contest({ state: 'cancelled' }), at('02:00'))).toBe('cancelled')
})

test('for the seconds in which last answers may arrive nobody begins and nothing is over for who took part', () => {
  expect(standingOf(contest(), at('10:00') + 3_000)).toBe('over')
  expect(standingOf(contest({ mine: mine() }), at('10:00') + 3_000)).toBe('done')
  expect(standingOf(contest({ mine: mine(), phase: 'over' }), at('10:00'))).toBe('over')
})

test('my attempt goes on until its own deadline, and is done after it', () => {
  expect(standingOf(contest({ mine: mine() }), at('02:29'))).toBe('going')
  expect(standingOf(contest({ mine: mine() }), at('02:30'))).toBe('done')
  expect(standingOf(contest({ mine: mine({ state: 'submitted', score: 12 }) }), at('02:00'))).toBe('done')
})

test('an attempt whose time is over and that nobody ended is ended before its result is read', () => {
  expect(needsEnding(contest({ mine: mine() }), at('02:31'))).toBe(true)
  expect(needsEnding(contest({ mine: mine() }), at('02:29'))).toBe(false)
  expect(needsEnding(contest({ mine: mine({ state: 'expired' }) }), at('02:31'))).toBe(true)
  expect(needsEnding(contest({ mine: mine({ state: 'expired', score: 4 }) }), at('02:31'))).toBe(false)
  expect(needsEnding(contest(), at('02:31'))).toBe(false)
})

test('who begins late is told that the end of the contest cuts the time short', () => {
  expect(timeToAnswer(contest(), at('09:00'))).toEqual({ minutes: 30, isCutShort: false })
  expect(timeToAnswer(contest(), at('09:45'))).toEqual({ minutes: 15, isCutShort: true })
})

test('the page of quizzes names what was begun, then what is open and ends first, then what comes', () => {
  const now = at('02:00')
  const late = contest({ contestId: 'late', closesAt: '2026-11-23T10:00:00.000Z' })
  const soon = contest({ contestId: 'soon' })
  const coming = contest({ contestId: 'coming', opensAt: '2026-11-22T05:00:00.000Z' })
  const begun = contest({ contestId: 'begun', mine: mine() })
  const over = contest({ contestId: 'over', closesAt: '2026-11-22T01:30:00.000Z' })
  expect(firstToName([coming, late, soon], now)?.contest.contestId).toBe('soon')
  expect(firstToName([late, begun], now)).toMatchObject({ contest: { contestId: 'begun' }, standing: 'going' })
  expect(firstToName([over, coming], now)).toMatchObject({ contest: { contestId: 'coming' }, standing: 'coming' })
  expect(firstToName([over], now)).toBeUndefined()
})

test('a contest that was called off says why, and no other one does', () => {
  expect(cancelWords(contest({ state: 'cancelled', cancelNote: '场馆停电' }))).toBe('原因：场馆停电')
  expect(cancelWords(contest({ state: 'cancelled' }))).toBeUndefined()
  expect(cancelWords(contest({ cancelNote: '场馆停电' }))).toBeUndefined()
})
