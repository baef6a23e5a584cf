import { reportStates } from '#contract/report-states'
import { reports } from '#contract/reports'
import { bring, crewOf, submit, type Crew } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
}, 60_000)
afterAll(() => world.close())

test.each(reportStates)('a report can be brought into %s by the people of the demo city', async state => {
  const report = await bring(world, crew, await submit(world), state)
  const seen = await report.reporter.ask(reports.getReport)({ reportId: report.reportId })
  expect(seen).toMatchObject({ state, version: report.version, number: report.number })
})
