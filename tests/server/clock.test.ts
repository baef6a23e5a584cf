import { people } from '#contract/people'
import { asc, eq, inArray } from 'drizzle-orm'
import { points } from '#contract/points'
import { reports } from '#contract/reports'
import { files } from '#server/files/files-tables'
import { idempotencyKeys } from '#server/people/people-tables'
import { listEscalationsOf } from '#server/reports/report-clock-store'
import { reportHistory, reports as reportRows } from '#server/reports/report-tables'
import { newKey } from '#world/actor'
import { isOnPostgres } from '#world/fresh-database'
import { bring, type Crew, crewOf, type HeldReport, move, pointIn, SOUND, submit, uploadPhoto } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
}, 60_000)
afterAll(() => world.close())

const see = ({ reportId }: HeldReport) => crew.supervisor.ask(reports.getReport)({ reportId })
/** A category whose clock runs by nature, four hours long: a hanging cable. */
const CABLE = '6007'

test('a question nobody answers in 72 hours goes back to the reviewer, and the clock signs for it', async () => {
  world.at('2026-11-23T09:00:00+08:00')
  const report = await bring(world, crew, await submit(world), 'need_info')
  world.at('2026-11-26T08:59:59+08:00')
  await world.tick()
  expect((await see(report)).state).toBe('need_info')
  world.at('2026-11-26T09:00:00+08:00')
  await world.tick()
  const seen = await see(report)
  expect([seen.state, seen.history.at(-1)?.role, seen.dueAt]).toEqual(['submitted', 'clock', '2026-11-26T03:00:00.000Z'])
})

test('whoever should have heard while the result was being checked hears when it is sent back', async () => {
  world.at('2026-11-23T09:00:00+08:00')
  const report = await submit(world, { categoryCode: CABLE })
  await move(crew.reviewer, report, 'filed')
  await bring(world, crew, report, 'handling')
  await bring(world, crew, report, 'handled')
  world.at('2026-11-23T14:00:00+08:00')
  await move(crew.verifier, report, 'handling', { reasonCode: 'not-clean' })
  const told = (await listEscalationsOf(world.database.reading, report.reportId)).filter(line => line.version === report.version)
  expect(told.map(line => line.tells)).toEqual(['unit', 'unit-lead', 'supervision'])
})

test('a suspension ends by itself on its review date', async () => {
  world.at('2026-11-23T09:00:00+08:00')
  const report = await bring(world, crew, await submit(world), 'handling')
  world.at('2026-11-23T10:00:00+08:00')
  await move(crew.supervisor, report, 'suspended', { reasonCode: 'weather', reviewOn: '2026-11-30' })
  world.at('2026-11-29T23:59:59+08:00')
  await world.tick()
  expect((await see(report)).state).toBe('suspended')
  world.at('2026-11-30T00:00:00+08:00')
  await world.tick()
  expect(await see(report)).toMatchObject({ state: 'handling', dueAt: '2026-11-30T03:30:00.000Z' })
})

test('at 50, 80, 100, 150 and 300 percent of the time one more hears of it, each once', async () => {
  world.at('2026-11-23T08:00:00+08:00')
  const report = await submit(world, { categoryCode: CABLE })
  await move(crew.reviewer, report, 'filed')
  await bring(world, crew, report, 'handling')
  const heard = async () =>
    (await listEscalationsOf(world.database.reading, report.reportId)).map(({ level, tells, at }) => ({ level, tells, at }))
  const expected: Awaited<ReturnType<typeof heard>> = []
  for (const [minutes, level, tells] of [
    [120, 1, 'unit'],
    [192, 2, 'unit-lead'],
    [240, 3, 'supervision'],
    [360, 4, 'street'],
    [720, 5, 'city-office']
  ] as const) {
    const due = new Date(new Date('2026-11-23T08:00:00+08:00').getTime() + minutes * 60_000)
    world.at(new Date(due.getTime() - 1))
    await world.tick()
    expect(await heard()).toEqual(expected)
    world.at(due)
    await world.tick()
    await world.tick()
    expected.push({ level, tells, at: due })
    expect(await heard()).toEqual(expected)
    expect(await see(report)).toMatchObject({ escalation: level, isOverdue: minutes > 240 })
  }
})

/** One report of each kind that something happens to by itself; what happens is read relative to the beginning. */
async function livesOf(begin: Date) {
  const actors = await crewOf(world)
  const reviewOn = new Date(begin.getTime() + 5 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  const send = () => submit(world, { categoryCode: CABLE })
  const handling = async () => {
    const report = await send()
    await move(actors.reviewer, report, 'filed')
    return move(actors.handler, report, 'handling')
  }
  const suspended = await move(actors.supervisor, await handling(), 'suspended', { reasonCode: 'weather', reviewOn })
  const closed = await bring(world, actors, await handling(), 'closed')
  const all = {
    waiting: await send(),
    asked: await bring(world, actors, await send(), 'need_info'),
    handled: await handling(),
    suspended,
    closed
  }
  return { all, actors, begin }
}

async function whatBecameOf({ all, begin }: Awaited<ReturnType<typeof livesOf>>) {
  const sinceBegin = (at: Date | null) => at && at.getTime() - begin.getTime()
  return Promise.all(
    Object.entries(all).map(async ([name, { reportId, reporter }]) => {
      const [row] = await world.database.reading.select().from(reportRows).where(eq(reportRows.reportId, reportId))
      const history = await world.database.reading
        .select()
        .from(reportHistory)
        .where(eq(reportHistory.reportId, reportId))
        .orderBy(asc(reportHistory.version))
      const { available, pending } = await world.withToken(reporter.token).ask(points.getMyPoints)({})
      return {
        name,
        state: row!.state,
        escalation: row!.escalation,
        recurrence: row!.recurrence,
        due: sinceBegin(row!.dueAt),
        next: sinceBegin(row!.nextEscalationAt),
        history: history.map(line => [line.to, line.role, sinceBegin(line.at)]),
        told: (await listEscalationsOf(world.database.reading, reportId)).map(line => [line.version, line.level, line.tells]).sort(),
        points: { available, pending }
      }
    })
  )
}

test('whether it looks every few minutes, now and then, or once after a long stop: the same comes of it, and a second look changes nothing', async () => {
  const [often, late] = [new Date('2026-12-07T09:00:00+08:00'), new Date('2027-01-11T09:00:00+08:00')]
  world.at(often)
  const watched = await livesOf(often)
  const [atFirst, later] = isOnPostgres ? [1, 240] : [10, 480]
  for (let minutes = 0; minutes < 15 * 1440; minutes += minutes < 180 ? atFirst : later) {
    world.at(new Date(often.getTime() + minutes * 60_000))
    await world.tick()
  }
  world.at(new Date(often.getTime() + 15 * 86_400_000))
  await world.tick()
  const became = await whatBecameOf(watched)
  expect(became.find(one => one.name === 'closed')?.points).toEqual({ available: 5, pending: 0 })
  expect(became.map(one => one.state)).toEqual(['submitted', 'submitted', 'handling', 'handling', 'closed'])

  world.at(late)
  const slept = await livesOf(late)
  world.at(new Date(late.getTime() + 15 * 86_400_000))
  await world.tick()
  expect(await whatBecameOf(slept)).toEqual(became)
  const everything = () => world.database.reading.select().from(reportRows).orderBy(asc(reportRows.reportId))
  const once = await everything()
  await world.tick()
  await Promise.all([world.tick(), world.tick()])
  expect(await everything()).toEqual(once)
  expect(await whatBecameOf(slept)).toEqual(became)
}, 60_000)

test('a place that stays solved for 28 days is noted, and one where it comes back is too', async () => {
  world.at('2027-03-01T09:00:00+08:00')
  crew = await crewOf(world)
  const [stays, returns] = [await pointIn(world, 'demo-grid-2-2-1'), await pointIn(world, 'demo-grid-2-2-2')]
  const solved = await bring(world, crew, await submit(world, { point: stays }), 'closed')
  const spoiled = await bring(world, crew, await submit(world, { point: returns }), 'closed')
  world.later({ days: 27 })
  await world.tick()
  expect((await see(solved)).recurrence).toBeUndefined()
  const again = await submit(world, { point: returns })
  expect(await see(again)).toMatchObject({ recurrenceOf: { reportId: spoiled.reportId } })
  world.later({ days: 1, minutes: 1 })
  await world.tick()
  expect([(await see(solved)).recurrence, (await see(spoiled)).recurrence]).toEqual(['stayed-solved', 'came-back'])
  const other = await submit(world, { point: stays })
  expect((await see(other)).recurrenceOf).toBeUndefined()
})

test('an upload nobody took up within a day leaves rows and storage; one that hangs on a report stays', async () => {
  const resident = await world.newcomer()
  const [taken, left] = [await uploadPhoto(world, resident), await uploadPhoto(world, resident)]
  await submit(world, { reporter: resident, photoIds: [taken] })
  const standing = async () =>
    (
      await world.database.reading
        .select()
        .from(files)
        .where(inArray(files.fileId, [taken, left]))
    ).map(row => row.fileId)
  world.later({ hours: 23 })
  await world.tick()
  expect(await standing()).toHaveLength(2)
  world.later({ hours: 1, minutes: 1 })
  await world.tick()
  expect(await standing()).toEqual([taken])
  expect(await world.storage.read(`photos/${left}/photo.jpg`)).toBeUndefined()
  expect(await world.storage.read(`photos/${taken}/photo.jpg`)).toBeDefined()
})

test('an idempotency key is remembered as long as the account, and goes with it', async () => {
  const resident = await world.newcomer()
  const input = { idempotencyKey: newKey(), categoryCode: SOUND, point: await pointIn(world), photoIds: [], text: '夜里很吵' }
  await resident.ask(reports.submitReport)(input)
  const isKept = async () => (await world.database.reading.$count(idempotencyKeys, eq(idempotencyKeys.key, input.idempotencyKey))) === 1
  world.later({ days: 29, hours: 23 })
  await world.tick()
  expect(await isKept()).toBe(true)
  await resident.ask(people.deleteMyAccount)({ confirmation: 'delete' })
  expect(await isKept()).toBe(false)
})
