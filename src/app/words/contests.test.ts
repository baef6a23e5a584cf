import { clockWords, contestPointsWords, hurryWords, periodWords, resultWords, stratumWords, tookWords } from '#app/words/contests'

const now = new Date('2026-11-22T02:00:00.000Z')

test('a period within one day names the day once', () => {
  expect(periodWords({ opensAt: '2026-11-22T01:00:00.000Z', closesAt: '2026-11-22T10:00:00.000Z' }, now)).toBe('今天 09:00 到 18:00')
  expect(periodWords({ opensAt: '2026-11-22T01:00:00.000Z', closesAt: '2026-11-24T10:00:00.000Z' }, now)).toBe('今天 09:00 到 后天 18:00')
})

test('what is left reads like a clock, what it took like a sentence', () => {
  expect([clockWords(725), clockWords(3725), clockWords(9)]).toEqual(['12:05', '1:02:05', '0:09'])
  expect([tookWords(725), tookWords(60), tookWords(9)]).toEqual(['12 分 5 秒', '1 分', '9 秒'])
})

test('short time is said in steps, not every second', () => {
  expect(hurryWords(301)).toBeUndefined()
  expect(hurryWords(300)).toBe(hurryWords(61))
  expect(hurryWords(60)).toBe(hurryWords(1))
  expect(hurryWords(0)).toBe('时间到了。')
})

test('points are spoken of only where a contest gives them, and a used-up budget is said', () => {
  const award = { pointsPerRight: 1, perPersonMax: 20 }
  const mine = { attemptId: 't1', state: 'submitted' as const, deadline: '', isShown: false, score: 5 }
  expect(contestPointsWords({ mine: { ...mine, points: 5 } })).toBeUndefined()
  expect(contestPointsWords({ award, mine })).toBeUndefined()
  expect(contestPointsWords({ award, mine: { ...mine, points: 5 } })).toBe('得了 5 积分')
  expect(contestPointsWords({ award, mine: { ...mine, points: 0 } })).toContain('发完')
  expect(contestPointsWords({ award, mine: { ...mine, score: 0, points: 0 } })).not.toContain('发完')
})

test('a result is kind whatever the number', () => {
  expect(resultWords(20, 20).title).toBe('20 题全对')
  expect(resultWords(3, 20)).toEqual({ title: '答对 3 题，共 20 题', line: expect.stringContaining('学习') as string })
})

test('a part of a paper reads by what narrows it', () => {
  expect(stratumWords({ topic: '交通文明', type: 'single' })).toBe('交通文明 · 单选')
  expect(stratumWords({})).toBe('什么题都行')
})
