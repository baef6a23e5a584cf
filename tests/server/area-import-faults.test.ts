import { places, type AreaFeature } from '#contract/places'
import { DEMO_CITY_ID, demoArea, demoAreas } from '#server/demo/demo-areas'
import type { Actor } from '#world/actor'
import { boxShape, bring, cityLives, faultsOf, featureOf, reshaped, sameArea } from '#world/area-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let admin: Actor
beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin')
}, 60_000)
afterAll(() => world.close())

const grid = demoArea('demo-grid-1-1-1')

describe('a file of areas is refused before anything is written, by feature', () => {
  const kept = async () => (await world.nobody.ask(places.listAreas)({})).areas
  const cases: [string, () => { features: AreaFeature[]; crs?: unknown }, { path: string; fault: string }][] = [
    [
      'a community that becomes a street',
      () => ({ features: [sameArea('demo-community-1-1', { kind: 'street', parentId: DEMO_CITY_ID })] }),
      { path: 'features.0.properties.kind', fault: 'kind-changed' }
    ],
    [
      'a grid that becomes a community',
      () => ({ features: [sameArea('demo-grid-1-1-1', { kind: 'community', parentId: 'demo-street-1' })] }),
      { path: 'features.0.properties.kind', fault: 'kind-changed' }
    ],
    [
      'an area that lies in itself',
      () => ({ features: [sameArea('demo-grid-1-1-1', { parentId: 'demo-grid-1-1-1' })] }),
      { path: 'features.0.properties.parentId', fault: 'parent-kind' }
    ],
    [
      'two areas that lie in each other',
      () => ({
        features: [featureOf('a', 'street', 'b', boxShape([0, 0])), featureOf('b', 'street', 'a', boxShape([1, 0]))]
      }),
      { path: 'features.0.properties.parentId', fault: 'parent-kind' }
    ],
    [
      'a parent nobody knows',
      () => ({ features: [sameArea('demo-grid-1-1-1'), sameArea('demo-grid-1-1-2', { parentId: 'nowhere' })] }),
      { path: 'features.1.properties.parentId', fault: 'parent-missing' }
    ],
    [
      'one id twice',
      () => ({ features: [sameArea('demo-grid-1-1-1'), sameArea('demo-grid-1-1-2'), sameArea('demo-grid-1-1-1', { name: '别的' })] }),
      { path: 'features.2.properties.areaId', fault: 'same-id' }
    ],
    [
      'a second city',
      () => ({ features: [featureOf('beijing', 'city', null, boxShape([50, 600]))] }),
      { path: 'features.0.properties.kind', fault: 'second-city' }
    ],
    [
      'latitude first',
      () => ({
        features: [
          sameArea(
            'demo-grid-1-1-1',
            {},
            reshaped(grid.geometry, ([x = 0, y = 0]) => [y, x])
          )
        ]
      }),
      { path: 'features.0.geometry.coordinates', fault: 'swapped-axes' }
    ],
    [
      'latitude first where both numbers are degrees of either, as in the far west',
      () => ({
        features: [
          sameArea(
            'demo-grid-1-1-1',
            {},
            reshaped(grid.geometry, ([x = 0, y = 0]) => [y + 10, x - 30])
          )
        ]
      }),
      { path: 'features.0.geometry.coordinates', fault: 'swapped-axes' }
    ],
    [
      'metres of CGCS2000',
      () => ({
        features: [
          sameArea(
            'demo-grid-1-1-1',
            {},
            reshaped(grid.geometry, ([x = 0, y = 0]) => [39_000_000 + x * 1000, y * 110_000])
          )
        ]
      }),
      { path: 'features.0.geometry.coordinates', fault: 'metres' }
    ],
    [
      'one wild corner among good ones',
      () => {
        let count = 0
        return {
          features: [
            sameArea(
              'demo-grid-1-1-1',
              {},
              reshaped(grid.geometry, position => ((count += 1) === 3 ? [200, 32] : [...position]))
            )
          ]
        }
      },
      { path: 'features.0.geometry.coordinates', fault: 'out-of-range' }
    ],
    [
      'another reference system',
      () => ({ features: [sameArea('demo-grid-1-1-1')], crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4549' } } }),
      { path: 'crs', fault: 'other-crs' }
    ],
    [
      'a line without surface',
      () => ({
        features: [
          sameArea(
            'demo-grid-1-1-1',
            {},
            reshaped(grid.geometry, ([x = 0]) => [x, 32.73])
          )
        ]
      }),
      { path: 'features.0.geometry', fault: 'no-surface' }
    ],
    [
      'a grid over its neighbour',
      () => ({ features: [sameArea('demo-grid-1-1-1', {}, demoArea('demo-grid-1-1-2').geometry)] }),
      { path: 'features.0.geometry', fault: 'overlap' }
    ],
    [
      'a grid outside its community, at the other end of the country',
      () => ({
        features: [
          sameArea('demo-grid-1-1-1'),
          sameArea(
            'demo-grid-1-1-2',
            {},
            reshaped(grid.geometry, ([x = 0, y = 0]) => [x + 0.8, y + 7.2])
          )
        ]
      }),
      { path: 'features.1.geometry', fault: 'outside-parent' }
    ],
    [
      'a community that no longer holds its grids',
      () => ({ features: [sameArea('demo-community-1-1', {}, grid.geometry)] }),
      { path: 'features.0.geometry', fault: 'child-outside' }
    ],
    [
      'the borders of another city',
      () => ({ features: [sameArea(DEMO_CITY_ID, {}, boxShape([0, 700, 9, 9]))] }),
      { path: 'features.0.geometry', fault: 'moved-away' }
    ],
    [
      'a grid given to the community across the river',
      () => ({ features: [sameArea('demo-grid-1-1-1', { parentId: 'demo-community-2-1' })] }),
      { path: 'features.0.geometry', fault: 'outside-parent' }
    ]
  ]
  test.each(cases)('%s', async (_, file, expected) => {
    const before = await kept()
    const { features, crs } = file()
    for (const calling of [
      () => bring(admin, features, crs === undefined ? {} : { crs }),
      () => admin.ask(places.previewImport)({ type: 'FeatureCollection', features, ...(crs === undefined ? {} : { crs }) })
    ]) {
      const [fault] = await faultsOf(calling())
      expect(fault).toMatchObject(expected)
      expect(fault?.reason).toMatch(/\w/)
    }
    world.product.city.forget()
    expect(await kept()).toEqual(before)
    await cityLives(world)
  })

  test('of many faults the first twenty are named, and both places of an id that stands there twice', async () => {
    const faults = await faultsOf(
      bring(
        admin,
        demoAreas.filter(({ properties }) => properties.kind === 'grid').map(area => sameArea(area.properties.areaId, { parentId: 'x' }))
      )
    )
    expect(faults).toHaveLength(20)
    const [twice] = await faultsOf(bring(admin, [sameArea('demo-grid-1-1-1'), sameArea('demo-grid-1-1-1')]))
    expect(twice).toMatchObject({ path: 'features.1.properties.areaId', otherIndex: 0 })
  })

  test('an overlap names the other area and how much of it', async () => {
    const [fault] = await faultsOf(bring(admin, [sameArea('demo-grid-1-1-1', {}, demoArea('demo-grid-1-1-2').geometry)]))
    expect(fault).toMatchObject({ otherName: demoArea('demo-grid-1-1-2').properties.name, share: 1 })
    const shifted = reshaped(grid.geometry, ([x = 0, y = 0]) => [x, y])
    const [both] = await faultsOf(
      bring(admin, [featureOf('new-1', 'grid', 'demo-community-1-1', shifted), featureOf('new-2', 'grid', 'demo-community-1-1', shifted)])
    )
    expect(both?.fault).toBe('overlap')
  })
})

describe('what real borders look like is taken', () => {
  test('a sliver between neighbours, a reference system that is WGS-84 by another name, heights, and a file that says nothing new', async () => {
    const nudged = reshaped(grid.geometry, ([x = 0, y = 0]) => [x + 0.000_02, y, 12])
    expect(
      await bring(admin, [sameArea('demo-grid-1-1-1', {}, nudged)], {
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }
      })
    ).toEqual({ imported: 1 })
    const { importId } = (await admin.ask(places.listImports)({})).imports[0]!
    await admin.ask(places.undoImport)({ importId })
    const imports = (await admin.ask(places.listImports)({})).imports.length
    expect(await bring(admin, [sameArea('demo-grid-1-1-1')])).toEqual({ imported: 1 })
    expect((await admin.ask(places.listImports)({})).imports).toHaveLength(imports)
    await cityLives(world)
  })

  test('what is exported can be brought back as it is', async () => {
    const file = await admin.ask(places.exportAreas)({})
    const preview = await admin.ask(places.previewImport)(file)
    expect(preview).toMatchObject({ added: [], changed: [], unchangedCount: demoAreas.length, movedCaseCount: 0 })
  })
})
