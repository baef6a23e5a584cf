import { eq } from 'drizzle-orm'
import { reports } from '#contract/reports'
import { PASSED_OVER, tick } from '#server/clock'
import { reports as reportRows } from '#server/reports/report-tables'
import { bring, crewOf, submit } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

const passedOver = () => world.logLines.filter(line => line.includes(PASSED_OVER))

test('one report the clock cannot bring on is logged and holds up no other', async () => {
  const crew = await crewOf(world)
  const [poisoned, sound] = [
    await bring(world, crew, await submit(world), 'need_info'),
    await bring(world, crew, await submit(world), 'need_info')
  ]
  await world.database.write(writing =>
    writing.update(reportRows).set({ categoryVersion: 999 }).where(eq(reportRows.reportId, poisoned.reportId))
  )
  world.later({ days: 4 })
  await tick(world.product, world.now)
  expect(passedOver().some(line => line.includes(poisoned.reportId))).toBe(true)
  expect((await sound.reporter.ask(reports.getReport)({ reportId: sound.reportId })).state).toBe('submitted')
})

// Each noun's own table is taken away: what it does by itself fails as a whole, and the others go on.
test.each(['shifts', 'attempts', 'redemptions', 'point_lots', 'desktop_sign_ins', 'files'])(
  'with %s unreadable, reports still go on by themselves',
  async table => {
    const crew = await crewOf(world)
    const report = await bring(world, crew, await submit(world), 'need_info')
    const rename = (from: string, to: string) => world.database.write(writing => writing.execute(`alter table ${from} rename to ${to}`))
    const before = passedOver().length
    world.later({ days: 4 })
    await rename(table, `${table}_away`)
    await tick(world.product, world.now).finally(() => rename(`${table}_away`, table))
    expect(passedOver().length).toBeGreaterThan(before)
    expect((await report.reporter.ask(reports.getReport)({ reportId: report.reportId })).state).toBe('submitted')
  }
)
