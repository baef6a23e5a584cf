import { sql } from 'drizzle-orm'
import { people } from '#contract/people'
import { points } from '#contract/points'
import { volunteering } from '#contract/volunteering'
import { faultOf, newKey, refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { brokenShelf, codeOf, givePoints, keeperOf, lotsOf, OTHER_SHELF, putOnShelf, redeem, SHELF } from '#world/reward-scenes'
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

const purseOf = async (actor: Actor) => {
  const { available, held } = await actor.ask(points.getMyPoints)({})
  return { available, held }
}
const read = (rewardId: string, actor: Pick<Actor, 'ask'> = resident) => actor.ask(points.getReward)({ rewardId })

test('a redemption holds the points and keeps the goods; handing over spends them once', async () => {
  const rewardId = await putOnShelf(keeper)
  const made = await redeem(resident, rewardId, 2)
  expect(made).toMatchObject({ state: 'ready', keptUntil: '2026-12-23T01:00:00.000Z' })
  expect(await purseOf(resident)).toEqual({ available: 60, held: 40 })
  expect(await read(rewardId)).toMatchObject({ stockLeft: 8, leftForMe: 0 })
  const served = await keeper.ask(points.fulfilRedemption)({ code: await codeOf(resident, made.redemptionId) })
  expect(served).toMatchObject({ state: 'fulfilled', maskedName: '小**', points: 40, quantity: 2, isOnBehalf: false })
  expect(await purseOf(resident)).toEqual({ available: 60, held: 0 })
  const mine = await resident.ask(points.getRedemption)(made)
  expect(mine).toMatchObject({ state: 'fulfilled', mayCancel: false, fulfilledAt: world.now.toISOString() })
  expect(mine.code).toBeUndefined()
  expect((await keeper.ask(points.listStockMoves)({ rewardId })).moves.map(move => [move.kind, move.change])).toEqual([
    ['handed-over', 0],
    ['kept', -2],
    ['received', 10]
  ])
})

test('the code changes every half minute, lives one step longer, and is good once', async () => {
  const rewardId = await putOnShelf(keeper)
  const { redemptionId } = await redeem(resident, rewardId)
  const first = await resident.ask(points.getRedemption)({ redemptionId })
  expect(first.validForSeconds).toBe(30)
  world.at(new Date(world.now.getTime() + 59_000))
  expect((await resident.ask(points.getRedemption)({ redemptionId })).code).not.toBe(first.code)
  world.at(new Date(world.now.getTime() + 1_000))
  const fulfil = (code: string, actor = keeper) => refusalOf(actor.ask(points.fulfilRedemption)({ code }))
  expect(await fulfil(first.code!)).toBe('code-expired')
  const code = await codeOf(resident, redemptionId)
  world.at(new Date(world.now.getTime() + 29_000))
  const stranger = await keeperOf(world, OTHER_SHELF)
  expect(await fulfil(code, stranger)).toBe('not-found')
  expect(await fulfil(code, resident)).toBe('not-found')
  expect(await fulfil(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).toBe('not-found')
  expect(await fulfil('TCR.nothing.0.0')).toBe('not-found')
  await keeper.ask(points.fulfilRedemption)({ code })
  expect([await fulfil(code), await fulfil(first.code!)]).toEqual(['code-used', 'code-used'])
})

test('nobody hands over to themselves', async () => {
  await givePoints(world, [keeper.person.personId], 100)
  const rewardId = await putOnShelf(keeper)
  const { redemptionId } = await redeem(keeper, rewardId)
  expect(await refusalOf(keeper.ask(points.fulfilRedemption)({ code: await codeOf(keeper, redemptionId) }))).toBe('same-person')
  expect((await (await world.as('supervisor')).ask(points.fulfilRedemption)({ code: await codeOf(keeper, redemptionId) })).state).toBe(
    'fulfilled'
  )
})

test('given back, the same lots get their points back and the goods return to the shelf', async () => {
  await givePoints(world, [resident.person.personId], 30, '2026-12-31')
  const before = await lotsOf(world, resident.person.personId)
  const rewardId = await putOnShelf(keeper, { price: 40 })
  const made = await redeem(resident, rewardId)
  const during = await lotsOf(world, resident.person.personId)
  expect(during.find(lot => lot.expiresOn === '2026-12-31')?.left).toBe(0)
  expect(await resident.ask(points.cancelRedemption)(made)).toEqual({ state: 'cancelled' })
  expect(await resident.ask(points.cancelRedemption)(made)).toEqual({ state: 'cancelled' })
  expect(await lotsOf(world, resident.person.personId)).toEqual(before)
  expect(await read(rewardId)).toMatchObject({ stockLeft: 10, leftForMe: 2 })
  const again = await redeem(resident, rewardId)
  const code = await codeOf(resident, again.redemptionId)
  await keeper.ask(points.fulfilRedemption)({ code })
  expect(await refusalOf(resident.ask(points.cancelRedemption)(again))).toBe('redemption-closed')
  expect(await refusalOf((await world.newcomer()).ask(points.cancelRedemption)(again))).toBe('not-found')
})

test('a reservation lasts fifteen minutes unless it is confirmed, with or without the clock coming round', async () => {
  const rewardId = await putOnShelf(keeper, { needsPreparing: true })
  const reserve = () => resident.ask(points.redeemReward)({ rewardId, quantity: 1, isReservation: true, idempotencyKey: newKey() })
  const [kept, lost] = [await reserve(), await reserve()]
  expect(kept).toMatchObject({ state: 'reserved', keptUntil: '2026-11-23T01:15:00.000Z' })
  expect(await resident.ask(points.confirmRedemption)(kept)).toEqual({ state: 'confirmed' })
  expect(await resident.ask(points.confirmRedemption)(kept)).toEqual({ state: 'confirmed' })
  world.later({ minutes: 15 })
  expect(await refusalOf(resident.ask(points.confirmRedemption)(lost))).toBe('redemption-closed')
  expect((await resident.ask(points.getRedemption)(lost)).state).toBe('expired')
  await Promise.all([world.tick(), world.tick()])
  await world.tick()
  expect(await purseOf(resident)).toEqual({ available: 80, held: 20 })
  expect(await read(rewardId)).toMatchObject({ stockLeft: 9, leftForMe: 1 })
  const [ready] = (await keeper.ask(points.listRedemptionsToServe)({ rewardId })).redemptions
  expect(ready).toMatchObject({ redemptionId: kept.redemptionId, state: 'confirmed' })
  expect((await resident.ask(points.getRedemption)(kept)).code).toBeUndefined()
  expect((await keeper.ask(points.markRedemptionReady)(kept)).state).toBe('ready')
  expect((await keeper.ask(points.markRedemptionReady)(kept)).state).toBe('ready')
  expect((await keeper.ask(points.fulfilRedemption)({ code: await codeOf(resident, kept.redemptionId) })).state).toBe('fulfilled')
  expect(await refusalOf(keeper.ask(points.markRedemptionReady)(lost))).toBe('redemption-closed')
})

test('what nobody fetches in thirty days from when it is ready goes back, once', async () => {
  const rewardId = await putOnShelf(keeper, { needsPreparing: true })
  const slow = () => world.as('resident', 'slow-to-fetch')
  await givePoints(world, [(await slow()).person.personId], 100)
  const made = await redeem(await slow(), rewardId)
  world.later({ days: 20 })
  await keeper.ask(points.markRedemptionReady)(made)
  world.later({ days: 29 })
  await world.tick()
  resident = await slow()
  keeper = await keeperOf(world)
  const code = await codeOf(resident, made.redemptionId)
  world.later({ days: 1 })
  expect(await refusalOf(keeper.ask(points.fulfilRedemption)({ code }))).toBe('redemption-closed')
  expect(await refusalOf(resident.ask(points.cancelRedemption)(made))).toBe('redemption-closed')
  await Promise.all([world.tick(), world.tick()])
  expect((await resident.ask(points.listMyRedemptions)({})).redemptions.map(one => one.state)).toEqual(['expired'])
  expect(await purseOf(resident)).toEqual({ available: 100, held: 0 })
})

test('limits count by business date within their period, what was given back not counted', async () => {
  world.at('2026-11-30T23:50:00+08:00')
  const rewardId = await putOnShelf(keeper, { perPersonLimit: 1, limitPeriod: 'month' })
  const first = await redeem(resident, rewardId)
  expect((await faultOf(redeem(resident, rewardId))).body).toMatchObject({ code: 'over-limit', data: { limit: 1, leftForMe: 0 } })
  await resident.ask(points.cancelRedemption)(first)
  await redeem(resident, rewardId)
  world.later({ minutes: 20 })
  await redeem(resident, rewardId)
  expect(await refusalOf(redeem(resident, rewardId))).toBe('over-limit')
})

test('what was reserved and not confirmed in time no longer counts for the limit, though the clock has not come round yet', async () => {
  const rewardId = await putOnShelf(keeper, { perPersonLimit: 1 })
  const reserve = () => resident.ask(points.redeemReward)({ rewardId, quantity: 1, isReservation: true, idempotencyKey: newKey() })
  await reserve()
  world.later({ minutes: 14 })
  expect(await refusalOf(reserve())).toBe('over-limit')
  world.later({ minutes: 1 })
  expect((await redeem(resident, rewardId)).state).toBe('ready')
  expect(await refusalOf(redeem(resident, rewardId))).toBe('over-limit')
})

test('what cannot be had is refused by name, and the same key says the same again', async () => {
  const rewardId = await putOnShelf(keeper, { stock: 1, price: 90, opensOn: '2026-11-23', closesOn: '2026-11-23' })
  expect(await refusalOf(redeem(resident, 'no-such-reward'))).toBe('not-found')
  const key = newKey()
  const made = await redeem(resident, rewardId, 1, key)
  expect(await redeem(resident, rewardId, 1, key)).toEqual(made)
  expect(await refusalOf(redeem(resident, rewardId, 2, key))).toBe('same-key-other-content')
  expect(await refusalOf(redeem(resident, rewardId))).toBe('out-of-stock')
  const cheap = await putOnShelf(keeper, { price: 11 })
  expect(await refusalOf(redeem(resident, cheap))).toBe('not-enough-points')
  world.later({ days: 1 })
  expect(await refusalOf(redeem(resident, rewardId))).toBe('reward-not-open')
  const undecided = await world.newcomer()
  await askDatabase(world.database, sql`update people set consented_policy = null where person_id = ${undecided.person.personId}`)
  world.product.callers.forget(undecided.person.personId)
  expect(await refusalOf(redeem(undecided, cheap))).toBe('consent-needed')
})

test('a redemption is there for who made it and who keeps its shelf; for everybody else it is not', async () => {
  const made = await redeem(resident, await putOnShelf(keeper, { needsPreparing: true }))
  const kept = await resident.ask(points.redeemReward)({
    ...{ rewardId: await putOnShelf(keeper), quantity: 1, isReservation: true, idempotencyKey: newKey() }
  })
  const others = [await world.newcomer(), await keeperOf(world, OTHER_SHELF), await world.staff('reviewer', { areaId: SHELF })]
  for (const other of [...others, keeper]) {
    expect(await refusalOf(other.ask(points.getRedemption)(made))).toBe('not-found')
    expect(await refusalOf(other.ask(points.cancelRedemption)(made))).toBe('not-found')
    expect(await refusalOf(other.ask(points.confirmRedemption)(kept))).toBe('not-found')
    expect((await other.ask(points.listMyRedemptions)({})).redemptions).toEqual([])
  }
  // Not even its owner says that it is prepared.
  for (const other of [...others, resident]) expect(await refusalOf(other.ask(points.markRedemptionReady)(made))).toBe('not-found')
  expect([(await resident.ask(points.getRedemption)(made)).state, (await resident.ask(points.getRedemption)(kept)).state]).toEqual([
    'confirmed',
    'reserved'
  ])
})

test('staff redeem for somebody by their paper card, with their consent, and never for themselves', async () => {
  const elder = await world.newcomer()
  await givePoints(world, [elder.person.personId], 50)
  for (const one of [elder, keeper]) await one.ask(volunteering.saveMyProfile)({ birthDate: '1950-05-05', skills: [] })
  const { cardCode } = await elder.ask(volunteering.getMyProfile)({})
  const rewardId = await putOnShelf(keeper, { needsPreparing: true, perPersonLimit: 1 })
  const asked = { rewardId, quantity: 1, cardCode: cardCode!, consent: 'said-so' as const, idempotencyKey: newKey() }
  const served = await keeper.ask(points.redeemForPerson)(asked)
  expect(served).toMatchObject({ state: 'fulfilled', isOnBehalf: true, points: 20 })
  expect(await keeper.ask(points.redeemForPerson)(asked)).toEqual(served)
  expect(await purseOf(elder)).toEqual({ available: 30, held: 0 })
  const again = (more: object, actor = keeper) =>
    refusalOf(actor.ask(points.redeemForPerson)({ ...asked, idempotencyKey: newKey(), ...more }))
  expect(await again({})).toBe('over-limit')
  expect(await again({ cardCode: `${cardCode!}x` })).toBe('not-found')
  expect(await again({ cardCode: (await elder.ask(volunteering.getMyCode)({})).code })).toBe('not-found')
  expect(await again({ cardCode: (await keeper.ask(volunteering.getMyProfile)({})).cardCode! })).toBe('same-person')
  expect(await again({}, resident)).toBe('not-found')
  expect(await again({ rewardId: await putOnShelf(keeper, { price: 31 }) })).toBe('not-enough-points')
  const [kept] = await askDatabase(
    world.database,
    sql`select on_behalf_by, consent from redemptions where redemption_id = ${served.redemptionId}`
  )
  expect(kept).toEqual({ on_behalf_by: keeper.person.personId, consent: 'said-so' })
})

test('who leaves gives back what they did not fetch; what they fetched stays without leading to them', async () => {
  const rewardId = await putOnShelf(keeper)
  const fetched = await redeem(resident, rewardId)
  await keeper.ask(points.fulfilRedemption)({ code: await codeOf(resident, fetched.redemptionId) })
  await redeem(resident, rewardId)
  const { document } = await resident.ask(people.exportMyData)({})
  expect(document.redemptions).toEqual([
    expect.objectContaining({ title: '毛巾一条', state: 'ready', priceEach: 20 }),
    expect.objectContaining({ state: 'fulfilled' })
  ])
  expect(JSON.stringify(document.redemptions)).not.toContain('secret')
  await resident.ask(people.deleteMyAccount)({ confirmation: 'delete' })
  expect(await keeper.ask(points.getReward)({ rewardId })).toMatchObject({ stockLeft: 9 })
  const served = await keeper.ask(points.listRedemptionsToServe)({ rewardId, state: 'fulfilled' })
  expect(served.redemptions.map(one => one.maskedName)).toEqual(['已**'])
})
