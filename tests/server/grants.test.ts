import { people } from '#contract/people'
import { places, type AreaFeature } from '#contract/places'
import { reports } from '#contract/reports'
import { faultOf, nameOf, newKey, refusalOf, type Actor } from '#world/actor'
import { bring, crewOf, FIX, pointIn, SOUND, submit, type Crew, type HeldReport } from '#world/report-journeys'
import { boxShape, featureOf, pointOfBox, quarter } from '#world/area-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
let admin: Actor
let east: HeldReport
let west: HeldReport
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
  admin = await world.as('admin')
  east = await bring(world, crew, await submit(world, { point: await pointIn(world, 'demo-grid-1-1-1') }), 'dispatched')
  west = await bring(world, crew, await submit(world, { point: await pointIn(world, 'demo-grid-2-1-1') }), 'dispatched')
}, 60_000)
afterAll(() => world.close())

/** The reports somebody finds in lists, on the map, and by opening them one by one. */
async function reach(actor: Actor) {
  const listed = (await actor.ask(reports.listWork)({ state: 'dispatched' })).reports.map(row => row.reportId)
  const pinned = (await actor.ask(reports.listReportsOnMap)({})).pins.map(pin => pin.reportId)
  const opened: string[] = []
  for (const { reportId } of [east, west]) if ((await actor.send('reports/getReport', { reportId })).status === 200) opened.push(reportId)
  const { counts } = await actor.ask(reports.countWork)({})
  return {
    listed: listed.sort(),
    pinned: pinned.sort(),
    opened: opened.sort(),
    counted: counts.find(row => row.state === 'dispatched')?.count
  }
}
const exactly = (...expected: HeldReport[]) => {
  const ids = expected.map(report => report.reportId).sort()
  return { listed: ids, pinned: ids, opened: ids, counted: ids.length }
}

describe('a grant reaches', () => {
  test('the area it names and everything below', async () => {
    expect(await reach(await world.staff('reviewer', { areaId: 'demo-city' }))).toEqual(exactly(east, west))
    expect(await reach(await world.staff('reviewer', { areaId: 'demo-street-1' }))).toEqual(exactly(east))
    expect(await reach(await world.staff('verifier', { areaId: 'demo-community-2-1' }))).toEqual(exactly(west))
    expect(await reach(await world.staff('supervisor', { areaId: 'demo-grid-2-1-1' }))).toEqual(exactly(west))
    expect(await reach(await world.staff('supervisor', { areaId: 'demo-grid-2-1-2' }))).toEqual(exactly())
  })

  test('the reports of the unit it names', async () => {
    expect(await reach(await world.staff('handler', { unitId: 'demo-unit-sanitation' }))).toEqual(exactly(east, west))
    expect(await reach(await world.staff('handler', { unitId: 'demo-unit-lines' }))).toEqual(exactly())
  })

  test('no further than both, where it names an area and a unit', async () => {
    expect(await reach(await world.staff('handler', { unitId: 'demo-unit-sanitation', areaId: 'demo-street-2' }))).toEqual(exactly(west))
    expect(await reach(await world.staff('supervisor', { unitId: 'demo-unit-sanitation', areaId: 'demo-street-1' }))).toEqual(exactly(east))
    expect(await reach(await world.staff('supervisor', { unitId: 'demo-unit-lines', areaId: 'demo-city' }))).toEqual(exactly())
  })

  test('as far as several together', async () => {
    const both = await world.staff('reviewer', { areaId: 'demo-grid-1-1-1' }, { areaId: 'demo-grid-2-1-1' })
    expect(await reach(both)).toEqual(exactly(east, west))
  })

  test('nothing for residents, organisers and editors: for them there is no work', async () => {
    for (const actor of [await world.newcomer(), await world.as('organiser'), await world.as('editor')])
      for (const operation of ['reports/listWork', 'reports/countWork', 'reports/listReportsOnMap'])
        expect((await actor.send(operation, {})).body).toMatchObject({ code: 'not-found' })
  })
})

describe('an admin', () => {
  test('gives and takes roles, which count from the next call', async () => {
    const resident = await world.newcomer()
    const { personId } = resident.person
    const grant = await admin.ask(people.grantRole)({ personId, role: 'reviewer', areaId: 'demo-street-1' })
    expect(grant).toMatchObject({ role: 'reviewer', areaName: '河东街道' })
    expect((await resident.ask(reports.listWork)({ state: 'dispatched' })).reports).toHaveLength(1)
    await admin.ask(people.revokeRole)({ grantId: grant.grantId })
    expect(await refusalOf(resident.ask(reports.listWork)({}))).toBe('not-found')
    expect(await refusalOf(admin.ask(people.revokeRole)({ grantId: grant.grantId }))).toBe('not-found')
  })

  test('gives no role to themselves, none without its area or unit, and none of what is not there', async () => {
    const give = (more: object) =>
      admin.ask(people.grantRole)({ personId: crew.reviewer.person.personId, role: 'verifier', areaId: 'demo-city', ...more })
    const fault = await faultOf(give({ personId: admin.person.personId }))
    expect([fault.body.code, fault.body.data]).toMatchObject(['bad-input', { faults: [{ path: 'personId' }] }])
    expect(await refusalOf(give({ areaId: undefined }))).toBe('bad-input')
    expect(await refusalOf(give({ role: 'handler' }))).toBe('bad-input')
    for (const more of [{ areaId: 'nowhere' }, { unitId: 'nobody' }, { personId: 'nobody' }])
      expect(await refusalOf(give(more))).toBe('not-found')
  })

  test('of the whole city alone may change it: for everybody else, the admin of one street included, those doors are not there', async () => {
    const adminOfStreet = await world.staff('admin', { areaId: 'demo-street-1' })
    const { code, version: _, pinyin: __, ...category } = (await world.nobody.ask(reports.listCategories)({})).categories[0]!
    const doors: [Parameters<typeof nameOf>[0], unknown][] = [
      [people.listStaff, {}],
      [people.findPeople, { name: '演' }],
      [people.grantRole, { personId: crew.reviewer.person.personId, role: 'admin', areaId: 'demo-city' }],
      [people.revokeRole, { grantId: 'any' }],
      [
        places.importAreas,
        {
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              properties: { areaId: 'x', kind: 'city', name: 'x', parentId: null },
              geometry: {
                type: 'Polygon',
                coordinates: [
                  [
                    [0, 0],
                    [1, 0],
                    [1, 1],
                    [0, 0]
                  ]
                ]
              }
            }
          ]
        }
      ],
      [places.getUnit, { unitId: 'demo-unit-centre' }],
      [places.saveUnit, { name: 'x', coverage: [] }],
      [reports.saveCategory, { code, ...category }],
      [reports.saveRoutingRule, { covers: '*', areaId: 'demo-city', unitId: 'demo-unit-centre', isActive: true }],
      [reports.listRoutingRules, {}],
      [reports.listCalendarDays, { year: 2026 }],
      [reports.saveCalendarDays, { days: [{ date: '2026-12-01', isWorkday: false, name: 'x' }] }],
      [reports.removeCalendarDays, { dates: ['2026-12-01'] }]
    ]
    for (const [operation, input] of doors)
      for (const actor of [crew.supervisor, crew.reviewer, crew.handler, adminOfStreet, await world.newcomer(), await world.as('editor')]) {
        const { status, body } = await actor.send(nameOf(operation), input)
        expect([nameOf(operation), status, (body as { code: string }).code]).toEqual([nameOf(operation), 404, 'not-found'])
      }
    expect(await refusalOf(crew.handler.ask(reports.rankUnits)({ from: '2026-11-01', to: '2026-11-30' }))).toBe('not-found')
  })

  test('writes a new version of a category; a report keeps the one it was filed under', async () => {
    const before = (await world.nobody.ask(reports.listCategories)({})).categories.find(category => category.code === FIX)!
    const held = await submit(world)
    const { version: _, pinyin: __, ...rest } = before
    const saved = await admin.ask(reports.saveCategory)({ ...rest, name: '生活垃圾暴露', hours: 8 })
    expect([saved.version, saved.pinyin]).toEqual([before.version + 1, 'shenghuolajibaolu shljbl'])
    const { categories } = await world.nobody.ask(reports.listCategories)({})
    expect(categories.filter(category => category.code === FIX).map(category => category.name)).toEqual(['生活垃圾暴露'])
    const seen = await crew.reviewer.ask(reports.getReport)({ reportId: held.reportId })
    expect(seen.categoryName).toBe(before.name)
    const next = await submit(world)
    expect((await crew.reviewer.ask(reports.getReport)({ reportId: next.reportId })).categoryName).toBe('生活垃圾暴露')
  })

  test('brings areas all at once or not at all', async () => {
    const bringIn = (...features: AreaFeature[]) => admin.ask(places.importAreas)({ type: 'FeatureCollection', features })
    const good = quarter()
    const lost = featureOf('lost-grid', 'grid', 'demo-street-1', boxShape([5, 0]))
    const fault = await faultOf(bringIn(...good, lost))
    expect([fault.body.code, fault.body.data]).toMatchObject([
      'bad-input',
      { faults: [{ path: `features.${good.length}.properties.parentId` }] }
    ])
    const point = pointOfBox([0, 0])
    expect(await refusalOf(world.nobody.ask(places.locatePoint)({ point }))).toBe('outside-area')
    expect(await bringIn(...good)).toEqual({ imported: good.length })
    expect((await world.nobody.ask(places.locatePoint)({ point })).grid.areaId).toBe('q-grid-0-0')
    const report = await world
      .newcomer()
      .then(actor =>
        actor.ask(reports.submitReport)({ idempotencyKey: newKey(), categoryCode: SOUND, point, photoIds: [], text: '夜里很吵' })
      )
    expect(report.state).toBe('submitted')
  })
})
