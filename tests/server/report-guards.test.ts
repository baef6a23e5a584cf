import { eq } from 'drizzle-orm'
import { places } from '#contract/places'
import { reports } from '#contract/reports'
import { DEMO_CITY_ID } from '#server/demo/demo-areas'
import { hotSpots } from '#server/reports/report-tables'
import { faultOf, newKey, refusalOf, type Actor } from '#world/actor'
import {
  ACT,
  bring,
  type Brought,
  CLUE,
  type Crew,
  crewOf,
  follow,
  type HeldReport,
  move,
  pointIn,
  submit,
  uploadPhoto
} from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
const city = { areaId: DEMO_CITY_ID }
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
}, 60_000)
afterAll(() => world.close())

const pathsOf = async (calling: Promise<unknown>) => {
  const { status, body } = await faultOf(calling)
  expect([status, body.code]).toEqual([400, 'bad-input'])
  return (body.data as { faults: { path: string }[] }).faults.map(fault => fault.path)
}

const moveOf = (actor: Actor, report: HeldReport, to: HeldReport['state'], brought: Brought = {}) => move(actor, { ...report }, to, brought)

describe('what a move needs', () => {
  test('a rejection needs a reason code; a note alone is not one', async () => {
    const report = await submit(world)
    expect(await pathsOf(moveOf(crew.reviewer, report, 'rejected', { note: '不是公共区域' }))).toEqual(['reasonCode'])
    expect((await moveOf(crew.reviewer, report, 'rejected', { reasonCode: 'abuse' })).state).toBe('rejected')
  })

  test('a question to the reporter needs words or a code, and the answer words or a photo', async () => {
    const report = await submit(world)
    expect(await pathsOf(moveOf(crew.reviewer, report, 'need_info'))).toEqual(['reasonCode'])
    await move(crew.reviewer, report, 'need_info', { note: '哪一栋？' })
    const seen = await report.reporter.ask(reports.getReport)({ reportId: report.reportId })
    expect(seen.question).toBe('哪一栋？')
    expect(await pathsOf(moveOf(report.reporter, report, 'submitted'))).toEqual(['note'])
    const photoIds = [await uploadPhoto(world, report.reporter)]
    await move(report.reporter, report, 'submitted', { photoIds })
    const answered = await crew.reviewer.ask(reports.getReport)({ reportId: report.reportId })
    expect([answered.question, answered.photos.map(photo => photo.kind)]).toEqual([undefined, ['before', 'answer']])
  })

  test('a FIX is handled with a photo of the place afterwards, an ACT with a result in words', async () => {
    const fix = await bring(world, crew, await submit(world), 'handling')
    expect(await pathsOf(moveOf(crew.handler, fix, 'handled', { note: '好了' }))).toEqual(['photoIds'])
    const act = await bring(world, crew, await submit(world, { categoryCode: ACT }), 'handling')
    expect(await pathsOf(moveOf(crew.handler, act, 'handled'))).toEqual(['note'])
    expect((await moveOf(crew.handler, act, 'handled', { note: '已劝离' })).state).toBe('handled')
  })

  test("a photo must be the mover's own upload", async () => {
    const report = await bring(world, crew, await submit(world), 'handling')
    const photoIds = [await uploadPhoto(world, report.reporter)]
    expect(await pathsOf(moveOf(crew.handler, report, 'handled', { photoIds }))).toEqual(['photoIds'])
    expect(await pathsOf(moveOf(crew.handler, report, 'handled', { photoIds: ['nothing'] }))).toEqual(['photoIds'])
    const resident = await world.newcomer()
    expect(await pathsOf(submit(world, { reporter: resident, photoIds }))).toEqual(['photoIds'])
  })

  test('a unit is given only what it covers, and only where it covers it', async () => {
    const report = await bring(world, crew, await submit(world), 'filed')
    const admin = await world.staff('admin', city)
    const saveUnit = admin.ask(places.saveUnit)
    const across = await saveUnit({ name: '河西保洁队', coverage: [{ areaId: 'demo-street-2', covers: '1001' }] })
    expect(await refusalOf(moveOf(crew.dispatcher, report, 'dispatched', { unitId: 'demo-unit-lines' }))).toBe('unit-does-not-cover')
    expect(await refusalOf(moveOf(crew.dispatcher, report, 'dispatched', { unitId: across.unitId }))).toBe('unit-does-not-cover')
    expect(await refusalOf(moveOf(crew.dispatcher, report, 'dispatched', { unitId: 'no-such-unit' }))).toBe('not-found')
    expect(await pathsOf(moveOf(crew.dispatcher, report, 'dispatched'))).toEqual(['unitId'])
    const westward = await bring(world, crew, await submit(world, { point: await pointIn(world, 'demo-grid-2-1-1') }), 'filed')
    expect((await moveOf(crew.dispatcher, westward, 'dispatched', { unitId: across.unitId })).state).toBe('dispatched')
  })
})

describe('four eyes', () => {
  test('whoever handled a report neither closes it nor sends it back', async () => {
    const both = await world.staff('handler', { unitId: 'demo-unit-sanitation' })
    await world.grant(both, 'verifier', city)
    const report = await bring(world, crew, await submit(world), 'handling')
    await move(both, report, 'handled', { photoIds: [await uploadPhoto(world, both)] })
    expect(await refusalOf(moveOf(both, report, 'closed'))).toBe('move-not-allowed')
    expect(await refusalOf(moveOf(both, report, 'handling', { note: 'x' }))).toBe('move-not-allowed')
    expect((await move(crew.verifier, report, 'closed')).state).toBe('closed')
  })

  test('whoever closed a report first does not decide on the objection, even after a second closing by another', async () => {
    const both = await world.staff('verifier', city)
    await world.grant(both, 'supervisor', city)
    const report = await bring(world, crew, await submit(world), 'handled')
    await move(both, report, 'closed')
    const follower = await world.newcomer()
    await follow(world, follower, report)
    await move(report.reporter, report, 'objection', { note: '还在' })
    expect(await refusalOf(moveOf(both, report, 'handling'))).toBe('move-not-allowed')
    expect(await refusalOf(moveOf(both, report, 'closed', { note: 'x' }))).toBe('move-not-allowed')
    await move(crew.supervisor, report, 'handling')
    await bring(world, crew, report, 'handled')
    await move(crew.verifier, report, 'closed')
    await move(follower, report, 'objection', { note: '又有了' })
    expect(await refusalOf(moveOf(both, report, 'closed', { note: 'x' }))).toBe('move-not-allowed')
  })

  test('whoever rejected a report does not decide on the appeal', async () => {
    const both = await world.staff('reviewer', city)
    await world.grant(both, 'supervisor', city)
    const report = await submit(world)
    await move(both, report, 'rejected', { reasonCode: 'abuse' })
    await move(report.reporter, report, 'objection', { note: '请再看' })
    expect(await refusalOf(moveOf(both, report, 'submitted'))).toBe('move-not-allowed')
    expect(await refusalOf(moveOf(both, report, 'rejected', { note: 'x' }))).toBe('move-not-allowed')
    expect((await move(crew.supervisor, report, 'submitted')).state).toBe('submitted')
  })
})

describe('a unit that sends reports back', () => {
  test('may do so twice; then a supervisor assigns and it stays', async () => {
    const report = await bring(world, crew, await submit(world), 'dispatched')
    expect(await pathsOf(moveOf(crew.handler, report, 'filed'))).toEqual(['reasonCode'])
    await move(crew.handler, report, 'filed', { reasonCode: 'wrong-unit' })
    await bring(world, crew, report, 'dispatched')
    await move(crew.handler, report, 'filed', { reasonCode: 'wrong-unit' })
    const unitId = 'demo-unit-centre'
    expect(await refusalOf(moveOf(crew.dispatcher, report, 'dispatched', { unitId }))).toBe('move-not-allowed')
    await move(crew.supervisor, report, 'dispatched', { unitId })
    expect(await refusalOf(moveOf(crew.handler, report, 'filed', { reasonCode: 'wrong-unit' }))).toBe('move-not-allowed')
    expect((await moveOf(crew.handler, report, 'handling')).state).toBe('handling')
  })

  test('no longer sees what it sent back', async () => {
    const handler = await world.staff('handler', { unitId: 'demo-unit-sanitation' })
    const report = await bring(world, crew, await submit(world), 'dispatched')
    await move(handler, report, 'filed', { note: '不归我们管' })
    expect(await refusalOf(handler.ask(reports.getReport)({ reportId: report.reportId }))).toBe('not-found')
  })
})

test('a CLUE is closed by the reviewer at once and counted by place, with nothing that leads to a person', async () => {
  const report = await bring(world, crew, await submit(world, { categoryCode: CLUE }), 'filed')
  await move(crew.reviewer, report, 'closed')
  const spots = await world.database.reading.select().from(hotSpots).where(eq(hotSpots.reportId, report.reportId))
  expect(spots).toEqual([
    { reportId: report.reportId, categoryCode: CLUE, gridId: 'demo-grid-1-1-1', ...(await pointIn(world)), at: world.now }
  ])
  const fix = await bring(world, crew, await submit(world), 'closed')
  expect(await world.database.reading.$count(hotSpots, eq(hotSpots.reportId, fix.reportId))).toBe(0)
})

test('many reports are dispatched at once, each decided for itself', async () => {
  const ready = await bring(world, crew, await submit(world), 'filed')
  const moved = await bring(world, crew, await submit(world), 'dispatched')
  const stale = await bring(world, crew, await submit(world), 'filed')
  const uncovered = await bring(world, crew, await submit(world, { categoryCode: ACT }), 'filed')
  const input = {
    idempotencyKey: newKey(),
    unitId: 'demo-unit-sanitation',
    reports: [ready, moved, { ...stale, version: 1 }, uncovered, { reportId: 'no-such-report', version: 1 }].map(
      ({ reportId, version }) => ({ reportId, version })
    )
  }
  const { results } = await crew.dispatcher.ask(reports.dispatchReports)(input)
  const of = (reportId: string) => results.find(result => result.reportId === reportId)
  expect(of(ready.reportId)).toEqual({ reportId: ready.reportId, version: ready.version + 1 })
  expect(of(moved.reportId)?.refusal).toBe('move-not-allowed')
  expect(of(stale.reportId)?.refusal).toBe('stale-version')
  expect(of(uncovered.reportId)?.refusal).toBe('unit-does-not-cover')
  expect(of('no-such-report')?.refusal).toBe('not-found')
  expect(await crew.dispatcher.ask(reports.dispatchReports)(input)).toEqual({ results })
  const seen = await crew.handler.ask(reports.getReport)({ reportId: ready.reportId })
  expect([seen.state, seen.unit?.unitId]).toEqual(['dispatched', 'demo-unit-sanitation'])
})
