import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { points } from '#contract/points'
import {
  awardForHours,
  awardForQuiz,
  awardForReport,
  clawBackPointsOfReport,
  recordPoints,
  releasePointsOfReport,
  reverseAward,
  reverseForHours
} from '#server/points/points-ledger'
import { captureHold, holdPoints, voidHold } from '#server/points/holds'
import { checkPoints, rebuildPoints, wordsOf } from '#server/points/rebuild-points'
import { lockPoints } from '#server/points/points-store'
import type { Writing } from '#server/database/database'
import { Refusal } from '#server/refusal'
import type { ReminderWords } from '#server/wechat/reminders'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { isOnPostgres } from '#world/fresh-database'
import { expectBooksAreSound, pageOf, practise, purseOf, serve } from '#world/points-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let resident: Actor
const sent: ReminderWords[] = []
const wechat = {
  openidOf: async () => 'nobody',
  sendReminder: async (_openid: string, said: ReminderWords) => Boolean(sent.push(said))
}
beforeAll(async () => void (world = await openWorld({ wechat: wechat as never })), 60_000)
beforeEach(async () => {
  world.at('2026-11-23T09:00:00+08:00')
  resident = await world.newcomer()
})
afterEach(() => expectBooksAreSound(world))
afterAll(() => world.close())

const write = <T>(work: (writing: Writing) => Promise<T>) => world.database.write(work)
const earn = (amount: number, on: string) => write(writing => serve(writing, resident, amount * 6, on, world.now))
const hold = (amount: number, holdId = randomUUID()) =>
  write(async writing => {
    await holdPoints(writing, {
      holdId,
      personId: resident.person.personId,
      amount,
      purpose: 'redemption',
      cause: `redemption:${holdId}`,
      now: world.now
    })
    return holdId
  })
const giveBack = (holdId: string) => write(writing => voidHold(writing, { holdId, now: world.now }))
const handOver = (holdId: string) => write(writing => captureHold(writing, { holdId, into: 'redeemed:towel', now: world.now }))
const endings = async () => (await pageOf(world, resident)).expiring
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'went through',
    (fault: unknown) => (fault instanceof Refusal ? fault.code : String(fault))
  )

test('what becomes available can be used until the end of the next year, and what ends first is spent first', async () => {
  await earn(30, '2026-11-23')
  world.at('2027-02-01T09:00:00+08:00')
  await earn(20, '2027-02-01')
  expect(await endings()).toEqual([
    { amount: 30, on: '2027-12-31' },
    { amount: 20, on: '2028-12-31' }
  ])
  const taken = await hold(35)
  expect(await purseOf(world, resident)).toEqual({ available: 15, pending: 0, held: 35, debt: 0 })
  expect(await endings()).toEqual([{ amount: 15, on: '2028-12-31' }])
  expect(await giveBack(taken)).toBe(true)
  expect(await endings()).toEqual([
    { amount: 30, on: '2027-12-31' },
    { amount: 20, on: '2028-12-31' }
  ])
})

test('a hold is captured or given back, once, and says so the second time', async () => {
  await earn(40, '2026-11-23')
  const [fetched, returned] = [await hold(10), await hold(5)]
  expect([await handOver(fetched), await handOver(fetched)]).toEqual([true, false])
  expect([await giveBack(returned), await giveBack(returned)]).toEqual([true, false])
  await expect(giveBack(fetched)).rejects.toThrow('captured')
  await expect(handOver(returned)).rejects.toThrow('voided')
  await expect(handOver('nobody')).rejects.toThrow('no such hold')
  expect(await purseOf(world, resident)).toEqual({ available: 30, pending: 0, held: 0, debt: 0 })
})

test('the same hold again takes nothing more, another one under its name is refused, and so is more than there is', async () => {
  await earn(20, '2026-11-23')
  const holdId = await hold(15)
  await hold(15, holdId)
  expect(await purseOf(world, resident)).toMatchObject({ available: 5, held: 15 })
  expect(await codeOf(hold(14, holdId))).toBe('same-key-other-content')
  expect(await codeOf(hold(6))).toBe('not-enough-points')
})

test('points expire after their last day, once, whichever clock is first; what is held does not', async () => {
  await earn(30, '2026-11-23')
  const kept = await hold(10)
  world.at('2027-12-31T23:59:00+08:00')
  await world.tick()
  expect(await purseOf(world, resident)).toMatchObject({ available: 20, held: 10 })
  world.at('2028-01-01T00:00:00+08:00')
  await Promise.all([world.tick(), world.tick(), world.tick()])
  expect(await purseOf(world, resident)).toMatchObject({ available: 0, held: 10 })
  await giveBack(kept)
  await world.tick()
  await world.tick()
  expect(await purseOf(world, resident)).toEqual({ available: 0, pending: 0, held: 0, debt: 0 })
  const { lines } = await pageOf(world, resident)
  expect(
    lines
      .filter(line => line.kind === 'expire')
      .map(line => line.amount)
      .sort()
  ).toEqual([-10, -20])
})

test('given back first and expired then, or the other way about, ends the same', async () => {
  const ends: unknown[] = []
  for (const isVoidFirst of [true, false]) {
    world.at('2026-11-23T09:00:00+08:00')
    resident = await world.newcomer()
    await earn(30, '2026-11-23')
    const kept = await hold(12)
    world.at('2028-01-01T08:00:00+08:00')
    if (isVoidFirst) await giveBack(kept)
    await world.tick()
    if (!isVoidFirst) await giveBack(kept)
    await world.tick()
    ends.push([await purseOf(world, resident), await endings()])
  }
  expect(ends[0]).toEqual(ends[1])
})

test('thirty days and seven days before their end somebody hears of their points, once each, and after a long stop only once', async () => {
  const openid = `openid-${randomUUID()}`
  const tell = async (...days: string[]) => {
    sent.length = 0
    for (const day of days) {
      world.at(`${day}T10:00:00+08:00`)
      await world.tick()
      await world.tick()
    }
    return sent.map(said => said.title)
  }
  await earn(30, '2026-11-23')
  await askDatabase(world.database, sql`update people set openid = ${openid} where person_id = ${resident.person.personId}`)
  expect(await tell('2027-11-30', '2027-12-01', '2027-12-02', '2027-12-23', '2027-12-24', '2027-12-31')).toEqual([
    '30 积分快到期了',
    '30 积分快到期了'
  ])
  world.at('2028-05-01T09:00:00+08:00')
  await earn(10, '2028-05-01')
  expect(await tell('2029-12-28')).toEqual(['10 积分快到期了'])
})

test('a debt is paid before anything becomes available, and by points that a hold gives back; what pays it makes no lot', async () => {
  const entryId = randomUUID()
  const served = { entryId, personId: resident.person.personId, businessDate: '2026-11-23', now: world.now }
  await write(writing => awardForHours(writing, { ...served, minutes: 240 }))
  const kept = await hold(30)
  await write(writing => reverseForHours(writing, served))
  expect(await purseOf(world, resident)).toEqual({ available: 0, pending: 0, held: 30, debt: 30 })
  await write(writing => practise(writing, resident, 6, '2026-11-23', world.now))
  expect([await purseOf(world, resident), await endings()]).toEqual([{ available: 0, pending: 0, held: 30, debt: 24 }, []])
  await giveBack(kept)
  expect(await purseOf(world, resident)).toEqual({ available: 6, pending: 0, held: 0, debt: 0 })
})

test('an award is reversed once, from its own pending points, and never comes back by a release', async () => {
  const { personId } = resident.person
  const report = (reportId: string) =>
    write(writing => awardForReport(writing, { rule: 'report-solved', personId, reportId, closingRound: 1, now: world.now }))
  const [first, second] = [randomUUID(), randomUUID()]
  await report(first)
  await report(second)
  for (let again = 0; again < 2; again += 1) await write(writing => clawBackPointsOfReport(writing, first, 1, world.now))
  await write(writing => releasePointsOfReport(writing, first, 1, world.now))
  expect(await purseOf(world, resident)).toEqual({ available: 0, pending: 5, held: 0, debt: 0 })
  await write(writing => releasePointsOfReport(writing, second, 1, world.now))
  await write(writing => clawBackPointsOfReport(writing, second, 1, world.now))
  expect(await purseOf(world, resident)).toEqual({ available: 0, pending: 0, held: 0, debt: 0 })
})

test('a reversal is never reversed, nor is anything else but an award', async () => {
  const entryId = randomUUID()
  const served = { entryId, personId: resident.person.personId, businessDate: '2026-11-23', now: world.now }
  await write(writing => awardForHours(writing, { ...served, minutes: 60 }))
  const award = `award:volunteering:hours:${entryId}:${resident.person.personId}`
  for (let again = 0; again < 2; again += 1) await write(writing => reverseAward(writing, { transactionId: award, now: world.now }))
  await expect(write(writing => reverseAward(writing, { transactionId: `reverse:${award}`, now: world.now }))).rejects.toThrow(
    'only an award'
  )
  expect(await purseOf(world, resident)).toEqual({ available: 0, pending: 0, held: 0, debt: 0 })
})

test('an award that a hundred replay at once is given once; with other content under its name it is refused', async () => {
  const [attemptId, personId] = [randomUUID(), resident.person.personId]
  const give = (rightCount: number) =>
    write(writing => awardForQuiz(writing, { attemptId, personId, rightCount, businessDate: '2026-11-23', now: world.now }))
  const answers = await Promise.all(Array.from({ length: isOnPostgres ? 100 : 20 }, () => give(5)))
  expect(new Set(answers)).toEqual(new Set([5]))
  expect(await purseOf(world, resident)).toEqual({ available: 5, pending: 0, held: 0, debt: 0 })
  expect(await codeOf(give(4))).toBe('same-key-other-content')
})

test('people who redeem side by side never spend more than they have', async () => {
  await earn(10, '2026-11-23')
  const answers = await Promise.all(Array.from({ length: 10 }, () => codeOf(hold(10))))
  expect(answers.filter(answer => answer === 'not-enough-points')).toHaveLength(9)
  expect(await purseOf(world, resident)).toMatchObject({ available: 0, held: 10 })
})

test('nothing in the books is changed or deleted, not even past the product', async () => {
  await earn(10, '2026-11-23')
  for (const table of ['point_transactions', 'point_lines', 'point_lot_moves', 'point_rule_versions'])
    for (const change of [
      `delete from ${table}`,
      `update ${table} set ${table === 'point_rule_versions' ? 'value = 99' : table === 'point_transactions' ? 'clipped = 1' : 'amount = 99'}`
    ])
      await expect(askDatabase(world.database, sql.raw(change))).rejects.toThrow()
})

test('what is kept is rebuilt from the books exactly, and a check says what differs before', async () => {
  await earn(40, '2026-11-23')
  const [fetched] = [await hold(10), await hold(5)]
  await handOver(fetched)
  const kept = () =>
    askDatabase(
      world.database,
      sql`select (select json_agg(b order by account) from point_balances b) as balances,
    (select json_agg(l order by lot_id) from point_lots l) as lots, (select json_agg(h order by hold_id) from point_holds h) as holds`
    )
  const before = await kept()
  await askDatabase(
    world.database,
    sql`update point_balances set balance = balance + 1 where account = ${`person:${resident.person.personId}:available`}`
  )
  await askDatabase(world.database, sql`update point_lots set left_amount = 0 where person_id = ${resident.person.personId}`)
  await askDatabase(world.database, sql`delete from point_holds where person_id = ${resident.person.personId} and state = 'open'`)
  const found = await checkPoints(world.database)
  expect([found.count, found.differences.map(one => one.projection)]).toEqual([3, ['balance', 'hold', 'lot']])
  expect(wordsOf(found, true)).toContain(`person:${resident.person.personId}:available: kept 26, the ledger says 25`)
  expect((await rebuildPoints(world.database)).count).toBe(3)
  expect(await kept()).toEqual(before)
})

test('every number opens into its lines: which rule, how much was clipped by what, which lot it made', async () => {
  await write(writing => practise(writing, resident, 8, '2026-11-23', world.now))
  const { lines, isFrozen } = await pageOf(world, resident)
  expect([isFrozen, lines]).toMatchObject([
    false,
    [{ amount: 6, account: 'available', rule: 'quizzes', clipped: 2, clippedBy: 'day', lot: { left: 6, expiresOn: '2027-12-31' } }]
  ])
  expect(await refusalOf(resident.ask(points.getLedgerSummary)({}))).toBe('not-found')
})

test('lines that do not sum to zero are written by nobody, and nothing of them stays', async () => {
  const { personId } = (await world.newcomer()).person
  const said = {
    transactionId: `odd:${personId}`,
    kind: 'award',
    rule: 'quizzes',
    ruleVersion: 1,
    cause: 'odd',
    personId,
    clipped: 0
  } as const
  const entries = [
    { account: 'available', amount: 2 },
    { account: 'awards', amount: -1 }
  ] as never
  const writing = world.database.write(async open => {
    await lockPoints(open, personId)
    return recordPoints(open, { ...said, businessDate: '2026-11-23', at: world.now, entries })
  })
  await expect(writing).rejects.toThrow('sums to 1')
  const [row] = await askDatabase(world.database, sql`select count(*)::int as n from point_transactions where person_id = ${personId}`)
  expect(row?.n).toBe(0)
})
