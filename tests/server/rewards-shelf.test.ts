import { sql } from 'drizzle-orm'
import { points } from '#contract/points'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { uploadPhoto } from '#world/report-journeys'
import { brokenShelf, codeOf, givePoints, keeperOf, OTHER_SHELF, putOnShelf, redeem, rewardWords, SHELF } from '#world/reward-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let keeper: Actor
let resident: Actor
beforeAll(async () => {
  world = await openWorld()
  keeper = await keeperOf(world)
}, 60_000)
beforeEach(async () => {
  world.at('2026-11-23T09:00:00+08:00')
  resident = await world.newcomer()
  await givePoints(world, [resident.person.personId], 100)
})
afterEach(async () => expect(await brokenShelf(world)).toEqual([]))
afterAll(() => world.close())

const read = (rewardId: string, actor: Pick<Actor, 'ask'> = resident) => actor.ask(points.getReward)({ rewardId })

test('a draft is there for its keeper alone; closed, what is held can still be fetched', async () => {
  const rewardId = await putOnShelf(keeper, { isDraft: true })
  for (const nosy of [resident, await keeperOf(world, OTHER_SHELF)]) expect(await refusalOf(read(rewardId, nosy))).toBe('not-found')
  expect(await refusalOf(redeem(resident, rewardId))).toBe('not-found')
  expect((await read(rewardId, keeper)).state).toBe('draft')
  const move = (version: number, to: 'open' | 'closed' | 'draft') => keeper.ask(points.moveReward)({ rewardId, version, to })
  expect((await move(1, 'open')).version).toBe(2)
  expect(await refusalOf(move(1, 'closed'))).toBe('stale-version')
  const made = await redeem(resident, rewardId)
  await move(2, 'closed')
  expect(await refusalOf(move(3, 'draft'))).toBe('move-not-allowed')
  expect(await refusalOf(redeem(resident, rewardId))).toBe('reward-not-open')
  expect((await resident.ask(points.listRewards)({})).rewards.map(one => one.rewardId)).not.toContain(rewardId)
  expect((await keeper.ask(points.fulfilRedemption)({ code: await codeOf(resident, made.redemptionId) })).state).toBe('fulfilled')
})

test('a new price is for who redeems from now on', async () => {
  const rewardId = await putOnShelf(keeper)
  const made = await redeem(resident, rewardId)
  const { stock: _, ...plan } = { ...rewardWords, stock: 0, price: 30, title: '浴巾一条' }
  await keeper.ask(points.saveReward)({ rewardId, version: 1, plan })
  expect(await resident.ask(points.getRedemption)(made)).toMatchObject({ points: 20, title: '毛巾一条' })
  expect((await resident.ask(points.getRedemption)(await redeem(resident, rewardId))).points).toBe(30)
  await keeper.ask(points.fulfilRedemption)({ code: await codeOf(resident, made.redemptionId) })
})

test('faults of a reward are told by name, and only who keeps the shelf may fill it', async () => {
  const faults = async (wish: object) => (await faultOf(putOnShelf(keeper, wish))).body
  const [mine, theirs] = [await uploadPhoto(world, keeper), await uploadPhoto(world, resident)]
  expect(await faults({ opensOn: '2026-12-02', closesOn: '2026-12-01', photoFileId: theirs })).toMatchObject({
    code: 'reward-faults',
    data: { faults: ['closes-before-opens', 'photo-not-yours'] }
  })
  expect(await faults({ communityId: 'demo-street-1' })).toMatchObject({ data: { faults: ['unknown-community'] } })
  expect(await faults({ communityId: OTHER_SHELF })).toMatchObject({ code: 'not-found' })
  for (const other of [resident, await world.staff('organiser', { areaId: SHELF }), await keeperOf(world, OTHER_SHELF)])
    expect(await refusalOf(putOnShelf(other))).toBe('not-found')
  const rewardId = await putOnShelf(keeper, { photoFileId: mine })
  const plan = { ...rewardWords, communityId: SHELF }
  const saved = await keeper.ask(points.saveReward)({ rewardId, version: 1, plan })
  expect(saved.photo?.thumbnailUrl).toContain(`/files/${mine}/thumbnail?`)
  const office = await world.as('admin')
  const moved = office.ask(points.saveReward)({ rewardId, version: 2, plan: { ...plan, communityId: OTHER_SHELF } })
  expect((await faultOf(moved)).body).toMatchObject({ data: { faults: ['community-fixed'] } })
  for (const refused of [
    resident.ask(points.saveReward)({ rewardId, version: 2, plan }),
    resident.ask(points.listManagedRewards)({}),
    resident.ask(points.listStockMoves)({ rewardId }),
    resident.ask(points.listRedemptionsToServe)({}),
    (await keeperOf(world, OTHER_SHELF)).ask(points.listRedemptionsToServe)({ rewardId })
  ])
    expect(await refusalOf(refused)).toBe('not-found')
})

test('a stock-take says what lies there, with what is kept for somebody, and never less than that', async () => {
  const rewardId = await putOnShelf(keeper)
  await redeem(resident, rewardId, 2)
  const count = (version: number, counted: number) => keeper.ask(points.countStock)({ rewardId, version, counted, note: '盘点' })
  expect((await faultOf(count(1, 1))).body).toMatchObject({ code: 'below-taken', data: { taken: 2 } })
  expect(await count(1, 2)).toMatchObject({ stockLeft: 0, version: 2 })
  expect(await refusalOf(count(1, 5))).toBe('stale-version')
  expect(await count(2, 15)).toMatchObject({ stockLeft: 13 })
  const [managed] = (await keeper.ask(points.listManagedRewards)({})).rewards.filter(one => one.reward.rewardId === rewardId)
  expect(managed).toMatchObject({ stockReceived: 15, heldCount: 2, fulfilledCount: 0 })
  const { moves } = await keeper.ask(points.listStockMoves)({ rewardId })
  expect(moves.filter(move => move.kind === 'counted')).toEqual([
    expect.objectContaining({ note: '盘点', actor: keeper.person.displayName }),
    expect.anything()
  ])
  await expect(askDatabase(world.database, sql`update rewards set stock_left = -1 where reward_id = ${rewardId}`)).rejects.toThrow()
  await expect(askDatabase(world.database, sql`update reward_stock_moves set change = 1 where reward_id = ${rewardId}`)).rejects.toThrow()
})

test('whoever counted the shelf before something was carried away counts again; what is only kept or given back leaves a count good', async () => {
  const rewardId = await putOnShelf(keeper)
  const count = (version: number, counted: number) => keeper.ask(points.countStock)({ rewardId, version, counted, note: '盘点' })
  const seen = (await read(rewardId, keeper)).version
  const [kept, fetched] = [await redeem(resident, rewardId), await redeem(resident, rewardId)]
  await resident.ask(points.cancelRedemption)(kept)
  expect(await count(seen, 10)).toMatchObject({ stockLeft: 9 })
  const counted = (await read(rewardId, keeper)).version
  await keeper.ask(points.fulfilRedemption)({ code: await codeOf(resident, fetched.redemptionId) })
  // Ten lay there when they were counted, and nine do now: to believe the ten would put a tenth on the shelf that is gone.
  expect(await refusalOf(count(counted, 10))).toBe('stale-version')
  expect(await count((await read(rewardId, keeper)).version, 9)).toMatchObject({ stockLeft: 9 })
})

test('the shelf shows what can be had first, by community and kind, page by page', async () => {
  const communityId = 'demo-community-2-2'
  const other = await keeperOf(world, communityId)
  const shelf: string[] = []
  for (let n = 0; n < 23; n += 1) {
    world.later({ minutes: 1 })
    shelf.push(await putOnShelf(other, { communityId, stock: n % 2, kind: n === 3 ? 'health' : 'daily' }))
  }
  const first = await world.nobody.ask(points.listRewards)({ communityId })
  const second = await world.nobody.ask(points.listRewards)({ communityId, cursor: first.nextCursor! })
  const newestFirst = [...shelf].reverse()
  const inOrder = [...newestFirst.filter(id => shelf.indexOf(id) % 2 === 1), ...newestFirst.filter(id => shelf.indexOf(id) % 2 === 0)]
  expect([...first.rewards, ...second.rewards].map(one => one.rewardId)).toEqual(inOrder)
  expect(second.nextCursor).toBeUndefined()
  const healthy = await resident.ask(points.listRewards)({ communityId, kind: 'health' })
  expect(healthy.rewards).toEqual([expect.objectContaining({ rewardId: shelf[3], leftForMe: 2, communityName: '南塘社区' })])
  const managed = await other.ask(points.listManagedRewards)({})
  expect([managed.rewards.length, (await other.ask(points.listManagedRewards)({ cursor: managed.nextCursor! })).rewards.length]).toEqual([
    20, 3
  ])
})
