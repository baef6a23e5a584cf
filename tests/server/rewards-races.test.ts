import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { points } from '#contract/points'
import { openServedDatabase } from '#server/database/served-database'
import { takeRewards } from '#server/points/rewards/take-rewards'
import { assembleProduct } from '#server/product'
import { newKey, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { isOnPostgres, onThisEngine } from '#world/fresh-database'
import { brokenShelf, codeOf, givePoints, keeperOf, putOnShelf, redeem } from '#world/reward-scenes'
import { crowdOf } from '#world/volunteer-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let keeper: Actor
beforeAll(async () => {
  world = await openWorld()
  keeper = await keeperOf(world)
}, 60_000)
afterEach(async () => expect(await brokenShelf(world)).toEqual([]))
afterAll(() => world.close())

type Crowded = Awaited<ReturnType<typeof crowdOf>>[number]

const told = ({ status, body }: { status: number; body: unknown }) => (status === 200 ? 'sold' : (body as { code: string }).code)
const countOf = (all: readonly string[]) =>
  Object.fromEntries([...new Set(all)].sort().map(one => [one, all.filter(other => other === one).length]))

/** Everybody with points for one, at once; what they were told. */
async function rush(size: number, stock: number) {
  const rewardId = await putOnShelf(keeper, { stock })
  const crowd = await crowdOf(world, size, `rush-${randomUUID()}`)
  await givePoints(
    world,
    crowd.map(one => one.personId),
    20
  )
  const asked = () => ({ rewardId, quantity: 1, idempotencyKey: newKey() })
  return { rewardId, crowd, all: (await Promise.all(crowd.map(one => one.send('points/redeemReward', asked())))).map(told) }
}

test('1,000 people at once redeem a reward of which there are 30: 30 are sold, 30 holds are open, the ledger sums to zero', async () => {
  const { rewardId, all } = await rush(1000, 30)
  expect(countOf(all)).toEqual({ 'out-of-stock': 970, sold: 30 })
  // First come, first served.
  expect(all.slice(0, 30).every(one => one === 'sold')).toBe(true)
  const [found] = await askDatabase(
    world.database,
    sql`select (select count(*)::int from point_holds h join redemptions d on d.redemption_id = h.hold_id
        where d.reward_id = ${rewardId} and h.state = 'open') as holds,
      (select stock_left from rewards where reward_id = ${rewardId}) as left, (select sum(amount)::int from point_lines) as sum`
  )
  expect(found).toEqual({ holds: 30, left: 0, sum: 0 })
}, 60_000)

test('of those who ask in one breath each is decided on what the ones before left, of stock, limit and points, and a refusal troubles nobody', async () => {
  const [towel, soap] = [
    await putOnShelf(keeper, { stock: 3, perPersonLimit: 2 }),
    await putOnShelf(keeper, { stock: 9, perPersonLimit: 9 })
  ]
  const [one, two, poor] = (await crowdOf(world, 3, `breath-${randomUUID()}`)) as [Crowded, Crowded, Crowded]
  await givePoints(world, [one.personId, two.personId], 200)
  await givePoints(world, [poor.personId], 39)
  const asking = ({ personId }: Crowded, rewardId: string, quantity = 1) => ({
    ...{ personId, rewardId, quantity, hasConsented: true, isReservation: false, now: world.now }
  })
  const askings = [
    asking(one, towel, 2),
    asking(one, towel),
    asking(two, towel, 2),
    asking(two, towel),
    asking(poor, soap),
    asking(poor, soap),
    asking(two, towel)
  ]
  const taken = await world.database.write(writing => takeRewards(writing, askings))
  expect(taken.map(outcome => ('row' in outcome ? outcome.row.quantity : [outcome.refusal.code, outcome.refusal.data]))).toEqual([
    2,
    ['over-limit', { limit: 2, leftForMe: 0 }],
    ['out-of-stock', { stockLeft: 1 }],
    1,
    1,
    ['not-enough-points', undefined],
    ['out-of-stock', { stockLeft: 0 }]
  ])
})

test('whatever there is of it, as many are sold, and given back they are sold again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 80 }), async (stock, size) => {
      const { rewardId, crowd, all } = await rush(size, stock)
      expect(all.filter(one => one === 'sold')).toHaveLength(Math.min(stock, size))
      const [first] = crowd
      const [mine] = (await first!.ask(points.listMyRedemptions)({})).redemptions
      const [late] = await crowdOf(world, 1, `late-${randomUUID()}`)
      await givePoints(world, [late!.personId], 20)
      await Promise.all([first!.ask(points.cancelRedemption)(mine!), first!.ask(points.cancelRedemption)(mine!)])
      expect((await redeem(late!, rewardId)).state).toBe('ready')
      expect(await brokenShelf(world)).toEqual([])
    }),
    { numRuns: onThisEngine(8) }
  )
}, 60_000)

test('one person with ten requests at once and points for one has one', async () => {
  const rewardId = await putOnShelf(keeper, { perPersonLimit: 10 })
  const [one] = await crowdOf(world, 1, `greedy-${randomUUID()}`)
  await givePoints(world, [one!.personId], 39)
  const ten = Array.from({ length: 10 }, () => one!.send('points/redeemReward', { rewardId, quantity: 1, idempotencyKey: newKey() }))
  expect(countOf((await Promise.all(ten)).map(told))).toEqual({ 'not-enough-points': 9, sold: 1 })
})

test('a limit holds for ten requests at once, also of several rewards in one breath', async () => {
  const [towel, soap] = [await putOnShelf(keeper, { perPersonLimit: 2 }), await putOnShelf(keeper, { perPersonLimit: 1 })]
  const [one] = await crowdOf(world, 1, `limited-${randomUUID()}`)
  await givePoints(world, [one!.personId], 1000)
  const asked = Array.from({ length: 10 }, (_, n) =>
    one!.send('points/redeemReward', { rewardId: n % 2 ? towel : soap, quantity: 1, idempotencyKey: newKey() })
  )
  expect(countOf((await Promise.all(asked)).map(told))).toEqual({ 'over-limit': 7, sold: 3 })
})

test('two staff scan the same code at once: one hands it over, the other reads that it was used; and cancelling meanwhile, one of them wins', async () => {
  const crowd = await Promise.all(Array.from({ length: 6 }, () => world.newcomer()))
  const second = await keeperOf(world)
  await givePoints(
    world,
    crowd.map(one => one.person.personId),
    20
  )
  const rewardId = await putOnShelf(keeper)
  for (const [n, one] of crowd.entries()) {
    const { redemptionId } = await redeem(one, rewardId)
    const code = await codeOf(one, redemptionId)
    const scan = (staff: Actor) => staff.send('points/fulfilRedemption', { code }).then(told)
    if (n < 3) expect(countOf(await Promise.all([scan(keeper), scan(second)]))).toEqual({ 'code-used': 1, sold: 1 })
    else {
      const both = await Promise.all([one.send('points/cancelRedemption', { redemptionId }).then(told), scan(keeper)])
      expect([
        ['sold', 'redemption-closed'],
        ['redemption-closed', 'sold']
      ]).toContainEqual(both)
    }
  }
})

test('redeeming, giving back, handing over, counting and the clock cross each other without a deadlock or a lost towel', async () => {
  const shelf = [await putOnShelf(keeper, { stock: 8, perPersonLimit: 5 }), await putOnShelf(keeper, { stock: 8, perPersonLimit: 5 })]
  const crowd = await crowdOf(world, 24, `crossing-${randomUUID()}`)
  await givePoints(
    world,
    crowd.map(one => one.personId),
    60
  )
  const acts = crowd.map(async (one, n) => {
    for (const rewardId of n % 2 ? shelf : [...shelf].reverse()) {
      const isReservation = n % 4 === 0
      const { status, body } = await one.send('points/redeemReward', { rewardId, quantity: 1, isReservation, idempotencyKey: newKey() })
      if (status !== 200) continue
      const { redemptionId } = body as { redemptionId: string }
      if (n % 3 === 0) await one.send('points/cancelRedemption', { redemptionId })
      const { code } = await one.ask(points.getRedemption)({ redemptionId })
      if (code && n % 3 === 1) await keeper.send('points/fulfilRedemption', { code })
    }
    if (n % 8 === 7) await one.send('people/deleteMyAccount', { confirmation: 'delete' })
  })
  const counts = shelf.map(async rewardId => {
    const { version } = await keeper.ask(points.getReward)({ rewardId })
    await keeper.send('points/countStock', { rewardId, version, counted: 9, note: '盘点' })
  })
  await Promise.all([...acts, ...counts, world.tick(), world.tick()])
  world.later({ minutes: 16 })
  await Promise.all([world.tick(), world.tick()])
}, 60_000)

const ifServed = isOnPostgres ? test : undefined
ifServed?.('two servers over one database sell each piece once', async () => {
  const rewardId = await putOnShelf(keeper, { stock: 30 })
  const crowd = await crowdOf(world, 200, `two-${randomUUID()}`)
  await givePoints(
    world,
    crowd.map(one => one.personId),
    20
  )
  const [{ current }] = (await askDatabase(world.database, sql`select current_database() as current`)) as [{ current: string }]
  const address = new URL(process.env.TEST_POSTGRES_URL as string)
  address.pathname = `/${current}`
  const other = openServedDatabase(address.toString(), 5, () => undefined)
  try {
    const { dispatch } = assembleProduct(world.settings, other, world.product.log, () => world.now, { storage: world.storage })
    const replies = await Promise.all(
      crowd.map(({ personId, send }, n) => {
        const input = { rewardId, quantity: 1, idempotencyKey: newKey() }
        if (n % 2 === 0) return send('points/redeemReward', input)
        const caller = { personId, displayName: '', grants: [], consentedPolicy: '2026-11-01' }
        const asked = { operation: 'points/redeemReward', input, identify: async () => caller, requestId: personId }
        return dispatch({ ...asked, log: world.product.log, now: world.now })
      })
    )
    expect(countOf(replies.map(told))).toEqual({ 'out-of-stock': 170, sold: 30 })
  } finally {
    await other.close()
  }
})
