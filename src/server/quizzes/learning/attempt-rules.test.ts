import type { Answer } from '#contract/quiz-shapes'
import { decideAnswer, streakOn, type AskedItem } from '#server/quizzes/learning/attempt-rules'

const now = new Date('2026-11-23T09:00:00+08:00')
const item: AskedItem = {
  ...{ personId: 'p', attemptId: 'a', mode: 'daily', state: 'in_progress', businessDate: '2026-11-23' },
  ...{ answerBy: null, deadline: null, answer: null, answeredAt: null },
  draft: {
    ...{ factIds: ['F001'], type: 'single', pool: 'practice', difficulty: 1, stem: '下面哪一项是对的？' },
    options: ['a', 'b'].map(optionId => ({ optionId, text: optionId })),
    ...{ key: { optionIds: ['b'] }, explanation: '依据《某法》第一条，说明写在这里。' }
  }
}
const [right, wrong]: Answer[] = [{ optionIds: ['b'] }, { optionIds: ['a'] }] as const
const decide = (more: Partial<AskedItem>, answer = right as Answer, at = now) => decideAnswer({ ...item, ...more }, answer, at)

test('an answer in time is graded; one that cannot be meant is not, and locks nothing', () => {
  expect(decide({})).toEqual({ kind: 'graded', isRight: true })
  expect(decide({}, wrong)).toEqual({ kind: 'graded', isRight: false })
  expect(decide({}, { text: 'b' }).kind).toBe('bad-input')
})

test('a locked answer is said again for the same answer and refused for another, also after the end', () => {
  const locked = { answer: right as Answer, answeredAt: now }
  expect(decide(locked)).toEqual({ kind: 'replayed' })
  expect(decide(locked, wrong)).toEqual({ kind: 'already-answered' })
  expect(decide({ ...locked, state: 'submitted' })).toEqual({ kind: 'replayed' })
  expect(decide({ ...locked, state: 'submitted' }, wrong)).toEqual({ kind: 'attempt-closed' })
})

test('nothing is answered in an attempt that is over, or of a day that is over', () => {
  expect(decide({ state: 'submitted' }).kind).toBe('attempt-closed')
  expect(decide({ state: 'void' }).kind).toBe('attempt-closed')
  expect(decide({ state: 'expired' }).kind).toBe('attempt-expired')
  expect(decide({}, right, new Date('2026-11-23T23:59:59+08:00')).kind).toBe('graded')
  expect(decide({}, right, new Date('2026-11-24T00:29:59+08:00')).kind).toBe('graded')
  expect(decide({}, right, new Date('2026-11-24T00:30:00+08:00')).kind).toBe('attempt-expired')
})

test('a challenge gives its seconds and five for the network; then it is late, and stays so', () => {
  const challenge = { mode: 'challenge', answerBy: now } as const
  expect(decide(challenge, right, new Date(now.getTime() + 5000)).kind).toBe('graded')
  expect(decide(challenge, right, new Date(now.getTime() + 5001)).kind).toBe('late')
  expect(decide({ ...challenge, state: 'expired', answeredAt: now }).kind).toBe('attempt-expired')
})

test('a row of days ends where a day is missing, and today need not be done yet', () => {
  const days = (...dates: string[]) => new Set(dates)
  expect(streakOn('2026-12-02', days('2026-11-30', '2026-12-01', '2026-12-02'))).toBe(3)
  expect(streakOn('2026-12-02', days('2026-11-30', '2026-12-01'))).toBe(2)
  expect(streakOn('2026-12-02', days('2026-11-30'))).toBe(0)
  expect(streakOn('2026-12-02', days('2026-11-29', '2026-11-30', '2026-12-02'))).toBe(1)
  expect(streakOn('2026-12-02', days())).toBe(0)
})
