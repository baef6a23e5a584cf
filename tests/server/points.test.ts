import { sql } from 'drizzle-orm'
import { points } from '#contract/points'
import { reports } from '#contract/reports'
import { newKey, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { bring, CLUE, type Crew, crewOf, follow, type HeldReport, move, submit } from '#world/report-journeys'
import { codeOf, keeperOf, putOnShelf, redeem } from '#world/reward-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
}, 60_000)
afterEach(() => expectLedgerIsSound())
afterAll(() => world.close())

/** Every transaction and the whole sum to zero, no person is below zero but in debt, and each balance is the sum of its lines. */
async function expectLedgerIsSound(): Promise<void> {
  const ask = (query: string) => askDatabase(world.database, sql.raw(query))
  expect(await ask('select transaction_id from point_lines group by transaction_id having sum(amount) <> 0')).toEqual([])
  const unequal = `select account from (select account, sum(amount) as total from point_lines group by account) l
    full join point_balances b using (account) where coalesce(l.total, 0) <> coalesce(b.balance, 0)`
  expect(await ask(unequal)).toEqual([])
  expect(
    await ask(`select account from point_balances where account like 'person:%' and account not like '%:debt' and balance < 0`)
  ).toEqual([])
  expect(await ask(`select account from point_balances where account like '%:debt' and balance > 0`)).toEqual([])
}

async function pointsOf(actor: Actor) {
  const { available, pending, debt } = await actor.ask(points.getMyPoints)({})
  return { available, pending, debt }
}

const followIt = (actor: Actor, report: HeldReport) => follow(world, actor, report)
const rate = ({ reporter, reportId }: HeldReport, isSolved: boolean) =>
  reporter.ask(reports.rateReport)({ reportId, rating: isSolved ? 5 : 2, isSolved })

/** A clue takes two moves to its end. */
async function closeClue(reporter: Actor): Promise<HeldReport> {
  const report = await bring(world, crew, await submit(world, { reporter, categoryCode: CLUE }), 'filed')
  return move(crew.reviewer, report, 'closed')
}

/** Spends points as people do: on something of the shelf, which is handed over. */
async function fetchReward(resident: Actor, price: number): Promise<void> {
  const keeper = await keeperOf(world)
  const { redemptionId } = await redeem(resident, await putOnShelf(keeper, { price }))
  await keeper.ask(points.fulfilRedemption)({ code: await codeOf(resident, redemptionId) })
}

/** Upholds an objection of the reporter, so that the closing is overturned. */
async function overturn(report: HeldReport): Promise<void> {
  await move(report.reporter, report, 'objection', { note: '还在' })
  await move(crew.supervisor, report, 'handling', { unitId: 'demo-unit-centre' })
}

test('a case closed as solved gives its reporter five pending points and each follower one', async () => {
  const report = await submit(world)
  const follower = await world.newcomer()
  await followIt(follower, report)
  await bring(world, crew, report, 'handled')
  expect(await pointsOf(report.reporter)).toEqual({ available: 0, pending: 0, debt: 0 })
  await bring(world, crew, report, 'closed')
  expect(await pointsOf(report.reporter)).toEqual({ available: 0, pending: 5, debt: 0 })
  expect(await pointsOf(follower)).toEqual({ available: 0, pending: 1, debt: 0 })
  const { lines } = await report.reporter.ask(points.getMyPoints)({})
  expect(lines).toEqual([
    {
      ...{ at: world.now.toISOString(), on: '2026-11-23', amount: 5, account: 'pending', kind: 'award' },
      ...{ rule: 'report-solved', reason: '先记在待到账：你确认解决了，或十四天没有异议，就能用', cause: `report:${report.reportId}.1` }
    }
  ])
})

test('somebody who was merged into a case gets what a follower gets', async () => {
  const [report, master] = [await submit(world), await submit(world)]
  await move(crew.reviewer, report, 'merged', { masterId: master.reportId })
  await bring(world, crew, master, 'closed')
  expect(await pointsOf(report.reporter)).toMatchObject({ pending: 1 })
})

test('reports give at most twenty points a day; what is clipped is written down, and the next day counts anew', async () => {
  world.at('2026-11-24T09:00:00+08:00')
  const resident = await world.newcomer()
  const neighbours = await submit(world)
  await followIt(resident, neighbours)
  await bring(world, crew, neighbours, 'closed')
  for (let count = 0; count < 5; count += 1) {
    await closeClue(resident)
    world.later({ minutes: 11 })
  }
  expect(await pointsOf(resident)).toMatchObject({ pending: 20 })
  const { lines } = await resident.ask(points.getMyPoints)({})
  expect(lines.map(line => [line.amount, line.clipped])).toEqual([
    [0, 5],
    [4, 1],
    [5, undefined],
    [5, undefined],
    [5, undefined],
    [1, undefined]
  ])
  world.at('2026-11-25T00:00:00+08:00')
  await closeClue(resident)
  expect(await pointsOf(resident)).toMatchObject({ pending: 25 })
})

test("points are released by the reporter's confirmation, once, and not again when the window ends", async () => {
  world.at('2026-11-26T09:00:00+08:00')
  const report = await bring(world, crew, await submit(world), 'closed')
  await rate(report, true)
  expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
  expect((await report.reporter.send('reports/rateReport', { reportId: report.reportId, rating: 5, isSolved: true })).body).toMatchObject({
    code: 'already-done'
  })
  world.later({ days: 15 })
  await world.tick()
  expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
})

test('points are released when the fourteen days to object have passed, even to somebody who said nothing', async () => {
  world.at('2026-11-26T09:00:00+08:00')
  const report = await bring(world, crew, await submit(world), 'closed')
  world.at('2026-12-10T08:59:59+08:00')
  await world.tick()
  expect(await pointsOf(report.reporter)).toEqual({ available: 0, pending: 5, debt: 0 })
  world.at('2026-12-10T09:00:00+08:00')
  await Promise.all([world.tick(), world.tick(), world.tick()])
  expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
})

describe('an upheld objection', () => {
  beforeAll(async () => {
    world.at('2026-12-14T09:00:00+08:00')
    crew = await crewOf(world)
  })

  test('takes the points back, which came with it, and the second closing gives them anew', async () => {
    const report = await bring(world, crew, await submit(world), 'closed')
    await overturn(report)
    expect(await pointsOf(report.reporter)).toEqual({ available: 0, pending: 0, debt: 0 })
    await bring(world, crew, report, 'closed')
    expect(await pointsOf(report.reporter)).toEqual({ available: 0, pending: 5, debt: 0 })
    const { lines } = await report.reporter.ask(points.getMyPoints)({})
    expect(lines.map(line => [line.kind, line.amount]).sort()).toEqual([
      ['award', 5],
      ['award', 5],
      ['release', -5],
      ['release', 5],
      ['reverse', -5]
    ])
  })

  test('takes them from what is available where they were released already', async () => {
    const report = await bring(world, crew, await submit(world), 'closed')
    await rate(report, true)
    await overturn(report)
    expect(await pointsOf(report.reporter)).toEqual({ available: 0, pending: 0, debt: 0 })
  })

  test('leaves the pending points of other reports alone, which are released in their own time', async () => {
    const resident = await world.newcomer()
    const [first, second] = [await closeClue(resident), await closeClue(resident)]
    await rate(first, true)
    await overturn(first)
    expect(await pointsOf(resident)).toEqual({ available: 0, pending: 5, debt: 0 })
    await rate(second, true)
    expect(await pointsOf(resident)).toEqual({ available: 5, pending: 0, debt: 0 })
  })

  test('writes a debt where they were spent, which the next points pay first', async () => {
    const resident = await world.newcomer()
    const report = await closeClue(resident)
    await rate(report, true)
    await fetchReward(resident, 3)
    await overturn(report)
    expect(await pointsOf(resident)).toEqual({ available: 0, pending: 0, debt: 3 })
    world.later({ days: 1 })
    const next = await closeClue(resident)
    await rate(next, true)
    expect(await pointsOf(resident)).toEqual({ available: 2, pending: 0, debt: 0 })
  })

  test('that is refused leaves them where they are', async () => {
    const report = await bring(world, crew, await submit(world), 'objection')
    expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
    await move(crew.supervisor, report, 'closed', { reasonCode: 'solved-on-site' })
    expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
    world.later({ days: 15 })
    await world.tick()
    expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
  })

  test('that nobody decides, for the report is joined to another one, leaves them where they are', async () => {
    const [report, master] = [await bring(world, crew, await submit(world), 'objection'), await submit(world)]
    await move(crew.reviewer, report, 'merged', { masterId: master.reportId })
    await world.tick()
    expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
    world.later({ days: 15 })
    await world.tick()
    expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
  })

  test('that went to another report and came back closes the same case, which is paid once', async () => {
    crew = await crewOf(world)
    const [report, master] = [await bring(world, crew, await submit(world), 'objection'), await submit(world)]
    await move(crew.reviewer, report, 'merged', { masterId: master.reportId })
    await move(crew.reviewer, report, 'submitted')
    await bring(world, crew, report, 'closed')
    expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
    await rate(report, true)
    expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
  })

  test('brings the points with it as every answer does, however long it is being decided', async () => {
    crew = await crewOf(world)
    const report = await bring(world, crew, await submit(world), 'objection')
    world.later({ days: 15 })
    await world.tick()
    expect(await pointsOf(report.reporter)).toEqual({ available: 5, pending: 0, debt: 0 })
  })
})

test('a case that twenty close at once pays once', async () => {
  crew = await crewOf(world)
  const report = await bring(world, crew, await submit(world), 'handled')
  const { reportId, version } = report
  const close = () => crew.verifier.send('reports/moveReport', { idempotencyKey: newKey(), reportId, version, to: 'closed' })
  const answers = await Promise.all(Array.from({ length: 20 }, close))
  expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
  expect(await pointsOf(report.reporter)).toMatchObject({ pending: 5 })
})

test('cases of one person that are closed side by side never give more than the day allows', async () => {
  const resident = await world.newcomer()
  const waiting: HeldReport[] = []
  for (let count = 0; count < 5; count += 1) {
    waiting.push(await bring(world, crew, await submit(world, { reporter: resident, categoryCode: CLUE }), 'filed'))
    world.later({ minutes: 5 })
  }
  await Promise.all(waiting.map(report => move(crew.reviewer, report, 'closed')))
  expect(await pointsOf(resident)).toMatchObject({ pending: 20 })
})

test('the lines behind the number come page by page, newest first, each once', async () => {
  const resident = await world.newcomer()
  for (let day = 0; day < 7; day += 1) {
    for (let count = 0; count < 4; count += 1) {
      const report = await closeClue(resident)
      if (count === 0) await rate(report, true)
      world.later({ minutes: 15 })
    }
    world.later({ days: 1 })
  }
  const pages: { amount: number; at: string }[][] = []
  let cursor: string | undefined
  do {
    const page = await resident.ask(points.getMyPoints)({ ...(cursor && { cursor }) })
    pages.push(page.lines)
    cursor = page.nextCursor
  } while (cursor)
  // A day has four awards of one line each and a release of two.
  expect(pages.map(page => page.length)).toEqual([20, 20, 2])
  const lines = pages.flat()
  expect(lines.map(line => line.at)).toEqual([...lines.map(line => line.at)].sort().reverse())
  const { available, pending } = await resident.ask(points.getMyPoints)({})
  expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(available + pending)
})
