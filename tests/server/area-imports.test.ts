import { sql } from 'drizzle-orm'
import { places } from '#contract/places'
import { reports } from '#contract/reports'
import { DEMO_CITY_ID, demoAreas } from '#server/demo/demo-areas'
import { newKey, refusalOf, type Actor } from '#world/actor'
import { boxShape, bring, cityLives, faultsOf, featureOf, pointOfBox, quarter, sameArea } from '#world/area-scenes'
import { FIX, submit, uploadPhoto } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let admin: Actor
beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin')
}, 60_000)
afterAll(() => world.close())

describe('an import is looked at, made and taken back', () => {
  test('a new quarter: the preview says what is new and what no grid covers, and nothing is written yet', async () => {
    const gappy = quarter().filter(({ properties }) => properties.areaId !== 'q-grid-3-1')
    const preview = await admin.ask(places.previewImport)({ type: 'FeatureCollection', features: gappy })
    expect(preview.added).toHaveLength(10)
    expect(preview.changed).toEqual([{ areaId: DEMO_CITY_ID, kind: 'city', name: '同和县（演示）', changes: ['shape'] }])
    expect(preview.warnings).toEqual([{ kind: 'gap', areaId: 'q-east', name: 'q-east', share: 0.25 }])
    expect((await world.nobody.ask(places.listAreas)({})).areas).toHaveLength(demoAreas.length)
  })

  test('open cases go with their grid to another community, its people see them, and back again with the undoing', async () => {
    await bring(admin, quarter())
    const west = await world.staff('reviewer', { areaId: 'q-west' })
    const east = await world.staff('reviewer', { areaId: 'q-east' })
    const report = await submit(world, { point: pointOfBox([1, 0]) })
    expect((await west.ask(reports.getReport)({ reportId: report.reportId })).communityName).toBe('q-west')
    const wider = [
      featureOf('q-west', 'community', 'q-street', boxShape([0, 0, 1, 2])),
      featureOf('q-east', 'community', 'q-street', boxShape([1, 0, 3, 2])),
      ...[0, 1].map(row => featureOf(`q-grid-1-${row}`, 'grid', 'q-east', boxShape([1, row])))
    ]
    const preview = await admin.ask(places.previewImport)({ type: 'FeatureCollection', features: wider })
    expect([preview.movedCaseCount, preview.changed.length]).toEqual([1, 4])
    await bring(admin, wider)
    const seen = await east.ask(reports.getReport)({ reportId: report.reportId })
    expect([seen.communityName, seen.place.community.areaId]).toEqual(['q-east', 'q-east'])
    expect(await refusalOf(west.ask(reports.getReport)({ reportId: report.reportId }))).toBe('not-found')
    expect((await east.ask(reports.listWork)({})).reports.map(one => one.reportId)).toEqual([report.reportId])

    const [last, first] = (await admin.ask(places.listImports)({})).imports
    expect(await refusalOf(admin.ask(places.undoImport)({ importId: first!.importId }))).toBe('later-import')
    await admin.ask(places.undoImport)({ importId: last!.importId })
    expect((await west.ask(reports.getReport)({ reportId: report.reportId })).communityName).toBe('q-west')
    expect(await refusalOf(admin.ask(places.undoImport)({ importId: last!.importId }))).toBe('already-done')
  })

  test('what an import added cannot be taken back while something hangs on it, and what hangs there is named', async () => {
    const first = (await admin.ask(places.listImports)({})).imports.find(one => !one.undoneAt)!
    const { status, body } = await admin.send('places/undoImport', { importId: first.importId })
    expect([status, (body as { code: string }).code]).toEqual([409, 'still-in-use'])
    const { uses } = (body as { data: { uses: { kind: string; count: number; names: string[] }[] } }).data
    expect(uses.map(({ kind, count }) => [kind, count])).toEqual([
      ['cases', 1],
      ['people', 2]
    ])
    await cityLives(world)
  })

  test('taken back, new areas are gone, changed ones are as before, and the same file can come again', async () => {
    const before = (await world.nobody.ask(places.listAreas)({})).areas
    const split = [
      featureOf('q-grid-3-1', 'grid', 'q-east', boxShape([3, 1, 0.5, 1])),
      featureOf('q-grid-new', 'grid', 'q-east', boxShape([3.5, 1, 0.5, 1]))
    ]
    for (let round = 0; round < 2; round += 1) {
      await bring(admin, split)
      expect((await world.nobody.ask(places.locatePoint)({ point: pointOfBox([3.3, 1]) })).grid.areaId).toBe('q-grid-new')
      const [last] = (await admin.ask(places.listImports)({})).imports
      expect(last).toMatchObject({ addedCount: 1, changedCount: 1 })
      await admin.ask(places.undoImport)({ importId: last!.importId })
      expect((await world.nobody.ask(places.listAreas)({})).areas).toEqual(before)
      expect((await world.nobody.ask(places.locatePoint)({ point: pointOfBox([3.3, 1]) })).grid.areaId).toBe('q-grid-3-1')
    }
  })
})

describe('an area is retired', () => {
  const retire = (areaIds: string[], on: string) => admin.ask(places.retireAreas)({ areaIds, on })

  test('not while something open hangs on it: cases, people, units, rules and organisations are named', async () => {
    const { status, body } = await admin.send('places/retireAreas', { areaIds: ['q-grid-1-0'], on: '2026-11-23' })
    expect([status, body]).toMatchObject([409, { code: 'still-in-use', data: { uses: [{ kind: 'cases', count: 1 }] } }])
    expect((await admin.ask(places.listUses)({ areaIds: ['q-west'] })).uses.map(use => use.kind)).toEqual(['cases', 'areas', 'people'])
    expect((await admin.ask(places.listUses)({ areaIds: [DEMO_CITY_ID] })).uses.map(use => use.kind)).toEqual([
      ...['cases', 'areas', 'people', 'units', 'rules', 'organisations']
    ])
    expect((await faultsOf(retire(['q-grid-3-1'], '2026-11-22')))[0]?.path).toBe('on')
    expect(await refusalOf(retire(['nowhere'], '2026-11-23'))).toBe('not-found')
  })

  test('from its day on it is in no list and takes no report; what was reported in it keeps its names', async () => {
    const reporter = await world.newcomer()
    const point = pointOfBox([3, 0])
    const report = await submit(world, { reporter, point })
    await reporter.ask(reports.moveReport)({
      idempotencyKey: newKey(),
      reportId: report.reportId,
      version: report.version,
      to: 'withdrawn'
    })
    expect(await retire(['q-grid-3-0'], '2026-11-25')).toEqual({ retired: 1 })
    const ids = async () => (await world.nobody.ask(places.listAreas)({})).areas.map(area => area.areaId)
    expect(await ids()).toContain('q-grid-3-0')
    expect((await admin.ask(places.listRetired)({})).areas).toMatchObject([
      { areaId: 'q-grid-3-0', parentName: 'q-east', retiresOn: '2026-11-25' }
    ])
    world.at('2026-11-25T00:00:00+08:00')
    admin = await world.as('admin')
    expect(await ids()).not.toContain('q-grid-3-0')
    const shapes = await world.nobody.ask(places.listShapes)({ kind: 'grid', parentId: 'q-east' })
    expect(shapes.features.map(({ properties }) => properties.areaId)).toEqual(['q-grid-2-0', 'q-grid-2-1', 'q-grid-3-1'])
    const late = await world.as('resident', 'late')
    const photoIds = [await uploadPhoto(world, late)]
    expect(await refusalOf(late.ask(reports.submitReport)({ idempotencyKey: newKey(), categoryCode: FIX, point, photoIds }))).toBe(
      'outside-area'
    )
    const kept = await world.product.city.read()
    expect(kept.places.placeOf('q-grid-3-0').community.name).toBe('q-east')
    expect((await faultsOf(bring(admin, [featureOf('q-grid-3-0', 'grid', 'q-east', boxShape([3, 0]))])))[0]?.fault).toBe('retired')
    await cityLives(world)
  })

  test('its retirement is taken back, unless its place was given away', async () => {
    await bring(admin, [featureOf('q-grid-heir', 'grid', 'q-east', boxShape([3, 0]))])
    expect((await faultsOf(admin.ask(places.keepAreas)({ areaIds: ['q-grid-3-0'] })))[0]?.fault).toBe('overlap')
    const [last] = (await admin.ask(places.listImports)({})).imports
    await admin.ask(places.undoImport)({ importId: last!.importId })
    expect(await admin.ask(places.keepAreas)({ areaIds: ['q-grid-3-0'] })).toEqual({ kept: 1 })
    expect((await world.nobody.ask(places.locatePoint)({ point: pointOfBox([3, 0]) })).grid.areaId).toBe('q-grid-3-0')
  })
})

test('all of this is there for the admin of the city alone', async () => {
  const others = [
    await world.staff('admin', { areaId: 'demo-street-1' }),
    await world.staff('supervisor', { areaId: DEMO_CITY_ID }),
    await world.newcomer()
  ]
  const file = { type: 'FeatureCollection', features: [sameArea('demo-grid-1-1-1')] }
  const doors: [string, object][] = [
    ['places/importAreas', file],
    ['places/previewImport', file],
    ['places/listImports', {}],
    ['places/undoImport', { importId: 'any' }],
    ['places/exportAreas', {}],
    ['places/retireAreas', { areaIds: ['demo-grid-1-1-1'], on: '2026-12-01' }],
    ['places/keepAreas', { areaIds: ['demo-grid-1-1-1'] }],
    ['places/listUses', { areaIds: ['demo-grid-1-1-1'] }],
    ['places/listRetired', {}],
    ['places/retireUnit', { unitId: 'demo-unit-lines', on: '2026-12-01' }],
    ['places/keepUnit', { unitId: 'demo-unit-lines' }],
    ['reports/retireCategory', { code: '1001', on: '2026-12-01' }],
    ['reports/keepCategory', { code: '1001' }],
    ['reports/listRetiredCategories', {}]
  ]
  for (const [operation, input] of doors)
    for (const actor of others) {
      const { status, body } = await actor.send(operation, input)
      expect([operation, status, (body as { code: string }).code]).toEqual([operation, 404, 'not-found'])
    }
})

describe('over HTTP', () => {
  const post = async (operation: string, payload: string, token?: string) => {
    const server = await world.serve()
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const reply = await server.inject({ method: 'POST', url: `/api/places/${operation}`, headers, payload })
    return { status: reply.statusCode, body: reply.json<{ code?: string; data?: { bytesMax?: number } }>() }
  }
  const large = (bytes: number) =>
    JSON.stringify({ type: 'FeatureCollection', features: [sameArea('demo-grid-1-1-1')], note: 'x'.repeat(bytes) })

  test('a file of a county, far larger than any other input, is taken; one beyond the limit is refused by its own name', async () => {
    expect(await post('importAreas', large(15_000_000), admin.token)).toMatchObject({ status: 200, body: { imported: 1 } })
    expect(await post('importAreas', large(21_000_000), admin.token)).toMatchObject({
      status: 413,
      body: { code: 'input-too-large', data: { bytesMax: 20 * 1024 * 1024 } }
    })
  })

  test('from anybody but the admin of the city so much is not even read', async () => {
    expect(await post('importAreas', large(15_000_000))).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
    const resident = await world.newcomer()
    for (const operation of ['importAreas', 'previewImport'])
      expect(await post(operation, large(15_000_000), resident.token)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })

  test('a server that cannot build the map of its city is not ready', async () => {
    const server = await world.serve()
    const ready = async () => (await server.inject({ url: '/readyz' })).statusCode
    expect(await ready()).toBe(200)
    await world.database.write(writing => writing.execute(sql`update areas set parent_id = null where area_id = 'demo-community-1-1'`))
    world.product.city.forget()
    expect(await ready()).toBe(503)
    await world.database.write(writing =>
      writing.execute(sql`update areas set parent_id = 'demo-street-1' where area_id = 'demo-community-1-1'`)
    )
    expect(await ready()).toBe(200)
  })
})
