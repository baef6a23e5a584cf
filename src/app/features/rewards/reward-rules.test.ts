import { mostAtOnce, standInWay, stockChip, whyNot } from '#app/features/rewards/reward-rules'

const reward = { state: 'open' as const, stockLeft: 8, perPersonLimit: 2, price: 30 }
const today = '2026-11-22'

test('a reward can be had on its first and its last day, and neither before nor after', () => {
  const period = { ...reward, opensOn: today, closesOn: today }
  expect(whyNot(period, today)).toBeUndefined()
  expect(whyNot(period, '2026-11-21')).toBe('not-yet')
  expect(whyNot(period, '2026-11-23')).toBe('over')
})

test('what is gone, closed or at its limit says so; what is nearly gone says how many', () => {
  expect(stockChip({ ...reward, stockLeft: 0 }, today).word).toBe('兑完了')
  expect(stockChip({ ...reward, state: 'closed' }, today).word).toBe('已下架')
  expect(stockChip({ ...reward, leftForMe: 0 }, today).word).toBe('已到上限')
  expect(stockChip({ ...reward, stockLeft: 3 }, today)).toEqual({ tone: 'wait', word: '只剩 3 件' })
  expect(stockChip(reward, today)).toEqual({ tone: 'good', word: '还有 8 件' })
})

test('nobody is offered more than stock, limit and points allow, and always at least one', () => {
  expect(mostAtOnce({ ...reward, stockLeft: 1 }, 100)).toBe(1)
  expect(mostAtOnce(reward, 100)).toBe(2)
  expect(mostAtOnce(reward, 59)).toBe(1)
  expect(mostAtOnce({ ...reward, leftForMe: 1 }, 100)).toBe(1)
  expect(mostAtOnce(reward, 0)).toBe(1)
})

test('somebody short of points reads how many are missing; somebody signed out is not told they have none', () => {
  expect(standInWay(reward, 12, today)).toContain('还差 18 分')
  expect(standInWay(reward, 30, today)).toBeUndefined()
  expect(standInWay(reward, undefined, today)).toBeUndefined()
})
