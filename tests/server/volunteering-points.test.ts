import { sql } from 'drizzle-orm'
import { points } from '#contract/points'
import { volunteering } from '#contract/volunteering'
import { recordPoints } from '#server/points/points-ledger'
import { accountOf } from '#server/points/points-rules'
import type { Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { afterNotice, at, hourCrewOf, hoursOf, sceneOf, serveWhole, take, verify, type HourCrew } from '#world/hour-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let crew: HourCrew
let resident: Actor
beforeAll(async () => {
  world = await openWorld()
  crew = await hourCrewOf(world)
}, 60_000)
beforeEach(async () => {
  world.at(at('23T20:00'))
  resident = await world.newcomer()
})
afterEach(async () => {
  const ask = (query: string) => askDatabase(world.database, sql.raw(query))
  expect(await ask('select transaction_id from point_lines group by transaction_id having sum(amount) <> 0')).toEqual([])
  const unequal = `select account from (select account, sum(amount) as total from point_lines group by account) l
    full join point_balances b using (account) where coalesce(l.total, 0) <> coalesce(b.balance, 0)`
  expect(await ask(unequal)).toEqual([])
  expect(await ask(`select account from point_balances where account like '%:debt' and balance > 0`)).toEqual([])
})
afterAll(() => world.close())

async function serveMinutes(from: string, to: string): Promise<void> {
  const scene = await sceneOf(world, from, to)
  await serveWhole(world, scene, resident)
  await verify(crew.admin, scene, resident)
}

async function pointsOf(actor: Actor) {
  const { available, pending, debt } = await actor.ask(points.getMyPoints)({})
  return { available, pending, debt }
}

const linesOf = async (actor: Actor) =>
  (await actor.ask(points.getMyPoints)({})).lines.map(line => [line.kind, line.account, line.amount, line.clipped])

const reverseAll = async (actor: Actor) => {
  for (const entry of (await hoursOf(actor)).entries)
    if (entry.state === 'final') await crew.supervisor.ask(volunteering.reverseHours)({ entryId: entry.entryId, reason: '记错了' })
}

/** Spends on something that is still to be built, so that nothing is left to take back. */
const spend = (actor: Actor, amount: number) =>
  world.database.write(writing =>
    recordPoints(writing, {
      ...{
        transactionId: `capture:test:${actor.person.personId}`,
        kind: 'capture',
        rule: 'volunteering',
        ruleVersion: 1,
        cause: 'reward:test'
      },
      ...{ personId: actor.person.personId, businessDate: '2026-11-26', at: world.now, clipped: 0 },
      entries: [
        { account: accountOf(actor.person.personId, 'available'), amount: -amount },
        { account: 'redeemed:test', amount }
      ]
    })
  )

test('minutes give a point for every full six of them, at once, when they are final and not before', async () => {
  await serveMinutes('23T09:00', '23T10:35')
  expect(await pointsOf(resident)).toEqual({ available: 0, pending: 0, debt: 0 })
  await afterNotice(world)
  expect(await pointsOf(resident)).toEqual({ available: 15, pending: 0, debt: 0 })
  const [line] = (await resident.ask(points.getMyPoints)({})).lines
  expect(line).toMatchObject({ on: '2026-11-23', kind: 'award', rule: 'volunteering', account: 'available' })
  expect(line?.cause).toBe(`hours:${(await hoursOf(resident)).entries[0]?.entryId}`)
  expect(line?.reason).toContain('时长')
  await Promise.all([world.tick(), world.tick()])
  expect(await pointsOf(resident)).toMatchObject({ available: 15 })
})

test('fewer than six minutes give no point and no line', async () => {
  const scene = await sceneOf(world, '23T09:00', '23T11:00')
  await take(world, scene, resident, { in: at('23T09:00'), out: at('23T09:05') })
  await verify(crew.organiser, scene, resident)
  await afterNotice(world)
  expect([(await hoursOf(resident)).minutes, await linesOf(resident)]).toEqual([5, []])
})

test('a day that was served gives at most forty points over all its entries, and what was clipped is shown', async () => {
  for (const [from, to] of [
    ['23T08:00', '23T11:00'],
    ['23T12:00', '23T14:00'],
    ['23T15:00', '23T16:00'],
    ['22T15:00', '22T16:00']
  ] as const)
    await serveMinutes(from, to)
  await afterNotice(world)
  expect(await pointsOf(resident)).toMatchObject({ available: 50 })
  expect((await linesOf(resident)).map(([, , amount, clipped]) => [amount, clipped]).sort()).toEqual([
    [0, 10],
    [10, undefined],
    [10, 10],
    [30, undefined]
  ])
})

test('a shift across midnight counts towards the cap of either day', async () => {
  await serveMinutes('21T20:00', '22T04:00')
  await afterNotice(world)
  expect(await pointsOf(resident)).toMatchObject({ available: 80 })
})

test('a reversed entry takes its points back, once, and minutes entered anew for the day get theirs', async () => {
  await serveMinutes('23T08:00', '23T13:00')
  await afterNotice(world)
  expect(await pointsOf(resident)).toMatchObject({ available: 40 })
  await reverseAll(resident)
  expect(await pointsOf(resident)).toEqual({ available: 0, pending: 0, debt: 0 })
  await serveMinutes('23T14:00', '23T17:00')
  await afterNotice(world)
  expect(await pointsOf(resident)).toMatchObject({ available: 30 })
})

test('points that were spent are owed after a reversal, and the next service pays the debt first', async () => {
  await serveMinutes('23T08:00', '23T11:00')
  await afterNotice(world)
  await spend(resident, 25)
  await reverseAll(resident)
  expect(await pointsOf(resident)).toEqual({ available: 0, pending: 0, debt: 25 })
  await serveMinutes('24T08:00', '24T11:00')
  await afterNotice(world)
  expect(await pointsOf(resident)).toEqual({ available: 5, pending: 0, debt: 0 })
})

test('an entry that is reversed before it is final never gave a point, and points never touch minutes', async () => {
  await serveMinutes('23T08:00', '23T11:00')
  const { entries } = await hoursOf(resident)
  await crew.supervisor.ask(volunteering.reverseHours)({ entryId: entries[0]!.entryId, reason: '记错了' })
  await afterNotice(world)
  expect(await linesOf(resident)).toEqual([])
  await serveMinutes('24T08:00', '24T10:00')
  await afterNotice(world)
  await spend(resident, 20)
  expect((await hoursOf(resident)).minutes).toBe(120)
})
