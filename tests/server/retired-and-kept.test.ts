import { places } from '#contract/places'
import { reports } from '#contract/reports'
import { volunteering } from '#contract/volunteering'
import { DEMO_CITY_ID } from '#server/demo/demo-areas'
import { refusalOf, type Actor } from '#world/actor'
import { boxShape, bring, cityLives, featureOf, quarter } from '#world/area-scenes'
import { ACT, bring as bringTo, crewOf, FIX, move, submit } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let admin: Actor
beforeEach(async () => {
  world = await openWorld()
  admin = await world.as('admin')
}, 60_000)
afterEach(() => world.close())

const usesIn = (body: unknown) => (body as { data: { uses: { kind: string; count: number }[] } }).data.uses

test('a new community that is taken back takes its own organisation along, unless somebody has made it theirs', async () => {
  await bring(admin, quarter())
  const split = [
    featureOf('q-east', 'community', 'q-street', boxShape([2, 0, 1, 2])),
    featureOf('q-new', 'community', 'q-street', boxShape([3, 0, 1, 2])),
    ...[0, 1].map(row => featureOf(`q-grid-3-${row}`, 'grid', 'q-new', boxShape([3, row])))
  ]
  const own = async () => (await admin.ask(volunteering.listOrganisations)({})).organisations.filter(({ areaId }) => areaId === 'q-new')
  const undoLast = async () => {
    const [last] = (await admin.ask(places.listImports)({})).imports
    return admin.send('places/undoImport', { importId: last?.importId })
  }
  for (let round = 0; round < 2; round += 1) {
    await bring(admin, split)
    expect(await own()).toHaveLength(1)
    expect((await undoLast()).status).toBe(200)
    expect(await own()).toEqual([])
  }
  await bring(admin, split)
  const organisationId = (await own())[0]?.organisationId ?? ''
  await admin.ask(volunteering.saveTeam)({ organisationId, name: '桥头队' })
  const { status, body } = await undoLast()
  expect([status, usesIn(body).map(({ kind }) => kind)]).toEqual([409, ['organisations']])
  await cityLives(world)
})

describe('a unit', () => {
  test('is not retired while a case, a colleague or a rule needs it, and each is counted', async () => {
    const unitId = 'demo-unit-sanitation'
    const crew = await crewOf(world)
    const report = await bringTo(world, crew, await submit(world, { categoryCode: FIX }), 'dispatched')
    const { status, body } = await admin.send('places/retireUnit', { unitId, on: '2026-12-01' })
    expect([status, (body as { code: string }).code]).toEqual([409, 'still-in-use'])
    expect(usesIn(body).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['cases', 'people']))
    expect((await crew.handler.ask(reports.getReport)({ reportId: report.reportId })).state).toBe('dispatched')
  })

  test('covers nothing from its day on, and covers again when the retirement is taken back', async () => {
    const crew = await crewOf(world)
    const { unitId } = await admin.ask(places.saveUnit)({ name: '临时清运队', coverage: [{ areaId: DEMO_CITY_ID, covers: '*' }] })
    const names = async () => (await world.nobody.ask(places.listUnits)({})).units.map(({ name }) => name)
    await admin.ask(places.retireUnit)({ unitId, on: '2026-11-25' })
    expect(await names()).toContain('临时清运队')
    world.at('2026-11-25T00:00:00+08:00')
    expect(await names()).not.toContain('临时清运队')
    const report = await move((await crewOf(world)).reviewer, await submit(world, { categoryCode: ACT }), 'filed')
    const dispatcher = await world.staff('dispatcher', { areaId: DEMO_CITY_ID })
    expect(await refusalOf(move(dispatcher, report, 'dispatched', { unitId }))).toBe('unit-does-not-cover')
    admin = await world.as('admin')
    await admin.ask(places.keepUnit)({ unitId })
    expect(await names()).toContain('临时清运队')
    expect((await move(dispatcher, report, 'dispatched', { unitId })).state).toBe('dispatched')
    expect(crew.reviewer.person.personId).toBeTruthy()
  })
})

describe('a category', () => {
  const codes = async () => (await world.nobody.ask(reports.listCategories)({})).categories.map(({ code }) => code)

  test('takes no new report from its day on, its cases go on, and it is taken back', async () => {
    const crew = await crewOf(world)
    const report = await bringTo(world, crew, await submit(world, { categoryCode: FIX }), 'filed')
    await admin.ask(reports.retireCategory)({ code: FIX, on: '2026-11-25' })
    expect(await codes()).toContain(FIX)
    world.at('2026-11-25T00:00:00+08:00')
    admin = await world.as('admin')
    expect(await codes()).not.toContain(FIX)
    expect((await admin.ask(reports.listRetiredCategories)({})).categories.map(({ code }) => code)).toEqual([FIX])
    expect(await refusalOf(submit(world, { categoryCode: FIX }))).toBe('not-found')
    const { dispatcher } = await crewOf(world)
    expect((await move(dispatcher, report, 'dispatched', { unitId: 'demo-unit-sanitation' })).state).toBe('dispatched')
    await admin.ask(reports.keepCategory)({ code: FIX })
    expect(await codes()).toContain(FIX)
    expect((await submit(world, { categoryCode: FIX })).state).toBe('submitted')
    expect((await admin.ask(reports.listRetiredCategories)({})).categories).toEqual([])
  })

  test('that is the last to stay cannot go', async () => {
    const [last = '', ...others] = await codes()
    for (const code of others) await admin.ask(reports.retireCategory)({ code, on: '2026-11-25' })
    expect(await refusalOf(admin.ask(reports.retireCategory)({ code: last, on: '2026-11-25' }))).toBe('last-category')
    world.at('2026-11-25T00:00:00+08:00')
    expect(await codes()).toEqual([last])
  })
})
