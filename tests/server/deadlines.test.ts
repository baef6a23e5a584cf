import { reports } from '#contract/reports'
import { DEMO_CITY_ID } from '#server/demo/demo-areas'
import type { Actor } from '#world/actor'
import { bring, crewOf, move, submit, type Crew } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  // Wednesday before National Day, which lasts from 1 to 7 October; Saturday 10 October is worked (调休).
  world = await openWorld({ at: '2026-09-28T09:00:00+08:00' })
  crew = await crewOf(world)
}, 60_000)
afterAll(() => world.close())

const dueAt = async (report: { reportId: string }, viewer: Actor = crew.supervisor) => {
  const seen = await viewer.ask(reports.getReport)({ reportId: report.reportId })
  return seen.dueAt === undefined ? undefined : new Date(seen.dueAt)
}
const moment = (text: string) => new Date(`2026-${text}:00+08:00`)

describe('how long each state may last', () => {
  test('a new report waits two working hours, a filed one one, a dispatched one two, then the hours of its category, then eight', async () => {
    world.at(moment('09-28T09:00'))
    const report = await submit(world)
    expect(await dueAt(report)).toEqual(moment('09-28T11:00'))
    await bring(world, crew, report, 'filed')
    expect(await dueAt(report)).toEqual(moment('09-28T10:00'))
    await bring(world, crew, report, 'dispatched')
    expect(await dueAt(report)).toEqual(moment('09-28T11:00'))
    await bring(world, crew, report, 'handling')
    expect(await dueAt(report)).toEqual(moment('09-28T14:30'))
    await bring(world, crew, report, 'handled')
    expect(await dueAt(report)).toEqual(moment('09-29T09:00'))
    await bring(world, crew, report, 'closed')
    expect(await dueAt(report)).toBeUndefined()
    await bring(world, crew, report, 'objection')
    expect(await dueAt(report)).toEqual(moment('09-29T09:00'))
  })

  test('a referral has five working days, a question to the reporter 72 hours by the clock on the wall', async () => {
    world.at(moment('09-28T09:00'))
    expect(await dueAt(await bring(world, crew, await submit(world), 'referred'))).toEqual(moment('10-10T09:00'))
    expect(await dueAt(await bring(world, crew, await submit(world), 'need_info'))).toEqual(moment('10-01T09:00'))
  })

  test('working time stands still over National Day and runs on the Saturday that is worked for it', async () => {
    world.at(moment('09-30T17:30'))
    const report = await submit(world)
    expect(await dueAt(report)).toEqual(moment('10-08T10:00'))
    await bring(world, crew, report, 'handling')
    expect(await dueAt(report)).toEqual(moment('10-08T12:00'))
    world.at(moment('10-09T10:00'))
    await bring(world, crew, report, 'handled')
    expect(await dueAt(report)).toEqual(moment('10-10T10:00'))
  })

  test('an urgent category has fifteen minutes and runs through nights and holidays all the way', async () => {
    world.at(moment('10-02T03:00'))
    const manhole = await submit(world, { categoryCode: '6001' })
    expect(await dueAt(manhole)).toEqual(moment('10-02T03:15'))
    await move(crew.reviewer, manhole, 'filed')
    expect([manhole.state, await dueAt(manhole)]).toEqual(['dispatched', moment('10-02T05:00')])
    await bring(world, crew, manhole, 'handling')
    expect(await dueAt(manhole)).toEqual(moment('10-02T05:00'))
    await bring(world, crew, manhole, 'handled')
    expect(await dueAt(manhole)).toEqual(moment('10-02T11:00'))
  })

  test("the city's own days win over the published calendar, for deadlines set from then on", async () => {
    world.at(moment('10-12T17:00'))
    const before = await submit(world)
    const admin = await world.staff('admin', { areaId: DEMO_CITY_ID })
    await admin.ask(reports.saveCalendarDays)({ days: [{ date: '2026-10-13', isWorkday: false, name: '县庆' }] })
    const after = await submit(world)
    expect(await dueAt(before)).toEqual(moment('10-13T09:30'))
    expect(await dueAt(after)).toEqual(moment('10-14T09:30'))
    // Written by mistake and taken back: the day is again what was announced, and what was promised meanwhile stays.
    expect(await admin.ask(reports.removeCalendarDays)({ dates: ['2026-10-13', '2026-10-14'] })).toEqual({ removed: 1 })
    expect(await dueAt(await submit(world))).toEqual(moment('10-13T09:30'))
    expect(await dueAt(after)).toEqual(moment('10-14T09:30'))
  })
})

describe('the clock stands still', () => {
  test('while the reporter is asked, and then has what was left of it', async () => {
    world.at(moment('09-28T09:00'))
    const report = await submit(world)
    world.at(moment('09-28T09:30'))
    await bring(world, crew, report, 'need_info')
    world.at(moment('09-29T14:00'))
    await move(report.reporter, report, 'submitted', { note: '东门' })
    expect(await dueAt(report)).toEqual(moment('09-29T15:30'))
  })

  test('while a suspension lasts, and while another office has the case', async () => {
    world.at(moment('09-28T09:00'))
    const [suspended, referred] = [
      await bring(world, crew, await submit(world), 'handling'),
      await bring(world, crew, await submit(world), 'handling')
    ]
    world.at(moment('09-28T10:00'))
    await move(crew.supervisor, suspended, 'suspended', { reasonCode: 'weather', reviewOn: '2026-09-30' })
    await move(crew.dispatcher, referred, 'referred', { referredTo: '水务局' })
    world.at(moment('09-29T09:00'))
    await move(crew.supervisor, suspended, 'handling')
    expect(await dueAt(suspended)).toEqual(moment('09-29T12:00'))
    await move(crew.liaison, referred, 'filed', { note: '不属水务' })
    await bring(world, crew, referred, 'handling')
    expect(await dueAt(referred)).toEqual(moment('09-29T12:00'))
  })

  test('but not for rework: whoever is sent back has the time they had', async () => {
    world.at(moment('09-28T09:00'))
    const report = await bring(world, crew, await submit(world), 'handling')
    world.at(moment('09-28T10:00'))
    await bring(world, crew, report, 'handled')
    world.at(moment('09-28T11:00'))
    await move(crew.verifier, report, 'handling', { reasonCode: 'not-clean' })
    expect(await dueAt(report)).toEqual(moment('09-28T14:30'))
  })

  test('and begins anew when an objection is upheld', async () => {
    world.at(moment('09-28T09:00'))
    const report = await bring(world, crew, await submit(world), 'objection')
    world.at(moment('09-29T09:00'))
    await move(crew.supervisor, report, 'handling')
    expect(await dueAt(report)).toEqual(moment('09-29T14:30'))
  })
})
