import { reports } from '#contract/reports'
import { DEMO_CITY_ID } from '#server/demo/demo-areas'
import { newKey, refusalOf, type Actor } from '#world/actor'
import { bring, crewOf, move, submit, type Crew, type HeldReport } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
}, 60_000)
afterAll(() => world.close())

async function queueOf(actor: Actor) {
  const { reports: cards } = await actor.ask(reports.listWork)({})
  return { ids: cards.map(card => card.reportId), waitsFor: new Map(cards.map(card => [card.reportId, card.waitsFor])) }
}
const waitingOf = async (actor: Actor) => (await actor.ask(reports.countWork)({})).waiting.count

/** Dispatched and returned by the unit, as often as units may. */
async function returnTwice(): Promise<HeldReport> {
  const report = await bring(world, crew, await submit(world), 'dispatched')
  await move(crew.handler, report, 'filed', { reasonCode: 'wrong-unit' })
  await bring(world, crew, report, 'dispatched')
  return move(crew.handler, report, 'filed', { reasonCode: 'wrong-unit' })
}

test('a case two units returned waits for the supervisor, who alone may assign it', async () => {
  const before = await waitingOf(crew.supervisor)
  const report = await returnTwice()
  const other = await bring(world, crew, await submit(world), 'filed')
  const { ids, waitsFor } = await queueOf(crew.supervisor)
  expect(ids).toContain(report.reportId)
  expect(ids).not.toContain(other.reportId)
  expect(waitsFor.get(report.reportId)).toBe('assignment')
  expect(await waitingOf(crew.supervisor)).toBe(before + 1)
  expect(await refusalOf(move(crew.dispatcher, { ...report }, 'dispatched', { unitId: 'demo-unit-centre' }))).toBe('move-not-allowed')
  await move(crew.supervisor, report, 'dispatched', { unitId: 'demo-unit-sanitation' })
  expect((await queueOf(crew.supervisor)).ids).not.toContain(report.reportId)
})

test('a unit that asks to suspend waits for the supervisor, and for nobody once it is decided', async () => {
  const report = await bring(world, crew, await submit(world), 'handling')
  const quiet = await bring(world, crew, await submit(world), 'handling')
  const before = await waitingOf(crew.supervisor)
  const asked = {
    idempotencyKey: newKey(),
    reportId: report.reportId,
    version: report.version,
    reasonCode: 'weather',
    reviewOn: '2026-12-07'
  }
  Object.assign(report, await crew.handler.ask(reports.askSuspension)(asked))
  const { ids, waitsFor } = await queueOf(crew.supervisor)
  expect([ids.includes(report.reportId), ids.includes(quiet.reportId)]).toEqual([true, false])
  expect(waitsFor.get(report.reportId)).toBe('suspension')
  expect(await waitingOf(crew.supervisor)).toBe(before + 1)
  const { reportId, version } = report
  await crew.supervisor.ask(reports.declineSuspension)({ idempotencyKey: newKey(), reportId, version })
  expect((await queueOf(crew.supervisor)).ids).not.toContain(reportId)
})

test('somebody who dispatches and supervises meets such a case once, and counts it once', async () => {
  const both = await world.staff('dispatcher', { areaId: DEMO_CITY_ID })
  await world.grant(both, 'supervisor', { areaId: DEMO_CITY_ID })
  const report = await returnTwice()
  const { ids } = await queueOf(both)
  expect(ids.filter(id => id === report.reportId)).toHaveLength(1)
  expect(new Set(ids).size).toBe(ids.length)
  expect(await waitingOf(both)).toBe(ids.length)
})
