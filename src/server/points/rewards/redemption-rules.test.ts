import { redemptionStates } from '#contract/points-shapes'
import { redemptionMoves } from '#contract/redemption-moves'
import { beginningOf, isOpenState, madeReady, mayMove, refusalOfTaking, stateAt } from '#server/points/rewards/redemption-rules'
import { faultsOfPlan, isOpenOn, limitCountsFrom } from '#server/points/rewards/reward-rules'

const now = new Date('2026-11-23T01:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const DAY_MINUTES = 1440

test('from every open state there is a way to be given back and to end by itself, and none out of what is over', () => {
  for (const state of redemptionStates) {
    const ways = [mayMove(state, 'cancelled', 'owner'), mayMove(state, 'expired', 'clock')]
    expect(ways).toEqual([isOpenState(state), isOpenState(state)])
    if (!isOpenState(state)) expect(redemptionMoves.filter(move => move.from === state)).toEqual([])
  }
  expect(redemptionStates.filter(state => mayMove(state, 'fulfilled', 'staff'))).toEqual(['ready'])
  expect(redemptionMoves.some(move => move.to === 'fulfilled' && move.by.includes('owner'))).toBe(false)
})

test('a reservation is kept a quarter of an hour, the rest thirty days, and nothing to prepare is ready at once', () => {
  const of = (isReservation: boolean, needsPreparing: boolean) => beginningOf({ isReservation, needsPreparing }, now)
  expect([of(true, false), of(true, true)].map(one => [one.state, one.keptUntil])).toEqual([
    ['reserved', later(15)],
    ['reserved', later(15)]
  ])
  expect([of(false, true).state, of(false, false).state]).toEqual(['confirmed', 'ready'])
  expect([of(false, true), of(false, false), madeReady(now)].map(one => one.keptUntil)).toEqual(
    Array.from({ length: 3 }, () => later(30 * DAY_MINUTES))
  )
})

test('what was not taken in time is over at that very moment; what was handed over stays so', () => {
  const row = { state: 'ready' as const, keptUntil: later(1) }
  expect([stateAt(row, now), stateAt(row, later(1)), stateAt({ ...row, state: 'fulfilled' }, later(9))]).toEqual([
    'ready',
    'expired',
    'fulfilled'
  ])
})

test('both ends of a period belong to it, and only what is open can be had', () => {
  const reward = { state: 'open' as const, opensOn: '2026-11-02', closesOn: '2026-11-04' }
  expect(['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05'].map(day => isOpenOn(reward, day))).toEqual([false, true, true, false])
  expect(isOpenOn({ ...reward, state: 'closed' }, '2026-11-03')).toBe(false)
  expect([limitCountsFrom('ever', '2026-11-23'), limitCountsFrom('year', '2026-11-23'), limitCountsFrom('month', '2026-11-23')]).toEqual([
    '',
    '2026-01-01',
    '2026-11-01'
  ])
})

test('consent comes before the shelf, the limit before the stock', () => {
  const reward = { state: 'open' as const, opensOn: null, closesOn: null, stockLeft: 1, perPersonLimit: 2 }
  const facts = { hasConsented: true, reward, takenBefore: 0, quantity: 1 }
  const codeOf = (change: object) => refusalOfTaking({ ...facts, ...change }, '2026-11-23')?.code
  expect(codeOf({})).toBeUndefined()
  expect(codeOf({ hasConsented: false, reward: undefined })).toBe('consent-needed')
  expect(codeOf({ reward: undefined })).toBe('not-found')
  expect(codeOf({ reward: { ...reward, state: 'closed' }, quantity: 9 })).toBe('reward-not-open')
  expect([codeOf({ quantity: 3 }), codeOf({ takenBefore: 2 }), codeOf({ takenBefore: 5 })]).toEqual([
    'over-limit',
    'over-limit',
    'over-limit'
  ])
  expect(codeOf({ quantity: 2 })).toBe('out-of-stock')
})

test('every fault of a plan is told', () => {
  const plan = { title: '', kind: 'daily' as const, communityId: 'a', price: 1, perPersonLimit: 1, pickUpPlace: '', pickUpHours: '' }
  const facts = { isCommunity: true, isPhotoUsable: true }
  expect(faultsOfPlan({ ...plan, opensOn: '2026-11-02', closesOn: '2026-11-02' }, facts)).toEqual([])
  expect(
    faultsOfPlan(
      { ...plan, opensOn: '2026-11-03', closesOn: '2026-11-02' },
      { isCommunity: false, fixedCommunityId: 'b', isPhotoUsable: false }
    )
  ).toEqual(['closes-before-opens', 'unknown-community', 'community-fixed', 'photo-not-yours'])
})
