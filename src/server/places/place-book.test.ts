import { buildPlaceBook } from '#server/places/place-book'

const square = (west: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 1],
      [west, 0]
    ]
  ]
})
const area = (areaId: string, kind: 'city' | 'street' | 'community' | 'grid', parentId: string | null, west = 0) => ({
  ...{ areaId, kind, name: `the ${areaId}`, parentId, shape: square(west), centreLongitude: west + 0.5, centreLatitude: 0.5 },
  retiresOn: null as string | null
})
const tree = [
  ...[area('city', 'city', null), area('east', 'street', 'city'), area('west', 'street', 'city'), area('willow', 'community', 'east')],
  ...[area('pond', 'community', 'west'), area('grid-1', 'grid', 'willow', 0), area('grid-2', 'grid', 'pond', 5)]
]
const units = [
  { unitId: 'all', name: '综合中心', retiresOn: null },
  { unitId: 'lamps', name: '路灯所', retiresOn: '2026-12-01' }
]
const coverage = [
  { unitId: 'all', areaId: 'city', covers: '*' },
  { unitId: 'lamps', areaId: 'east', covers: '6004' },
  { unitId: 'lamps', areaId: 'pond', covers: '60' }
]
const book = buildPlaceBook(tree, units, coverage, '2026-11-30')

test('a point lies in its grid, and the grid in its community, street and city', () => {
  expect(book.locate({ longitude: 5.5, latitude: 0.5 })).toBe('grid-2')
  expect(book.locate({ longitude: 3, latitude: 0.5 })).toBeUndefined()
  expect(book.pathOf('grid-2')).toEqual({ gridId: 'grid-2', communityId: 'pond', streetId: 'west', cityId: 'city' })
  expect(book.placeOf('grid-1').street).toEqual({ areaId: 'east', name: 'the east' })
  expect(() => book.pathOf('nowhere')).toThrow('nowhere')
  expect(() => buildPlaceBook([...tree, area('adrift', 'grid', null, 9)], [], [], '2026-11-30')).toThrow(
    'area adrift has no community above it'
  )
})

test('an area contains itself and everything below, and nothing beside or above', () => {
  expect([
    book.contains('east', 'grid-1'),
    book.contains('east', 'east'),
    book.contains('east', 'grid-2'),
    book.contains('grid-1', 'east')
  ]).toEqual([true, true, false, false])
})

test('a unit covers by code, by group or everything, in an area and all below', () => {
  const lamp = { code: '6004', groupCode: '60' }
  const road = { code: '6003', groupCode: '60' }
  const [east, west] = [book.pathOf('grid-1'), book.pathOf('grid-2')]
  expect([book.covers('lamps', east, lamp), book.covers('lamps', east, road), book.covers('lamps', west, road)]).toEqual([
    true,
    false,
    true
  ])
  expect([book.covers('all', east, road), book.covers('nobody', east, road)]).toEqual([true, false])
  expect([book.unitOf('lamps')?.name, book.unitOf('nobody'), book.areaOf('nowhere')]).toEqual(['路灯所', undefined, undefined])
})

test('an area that lies in itself is no map', () => {
  const loop = [...tree, area('ring', 'grid', 'ring', 9)]
  expect(() => buildPlaceBook(loop, [], [], '2026-11-30')).toThrow('area ring lies in itself')
})

test('what is retired is in no list and holds no point from its day on, and keeps its names', () => {
  const rows = tree.map(row => (row.areaId === 'grid-2' ? { ...row, retiresOn: '2026-12-01' } : row))
  const [before, after] = ['2026-11-30', '2026-12-01'].map(today => buildPlaceBook(rows, units, coverage, today))
  const point = { longitude: 5.5, latitude: 0.5 }
  expect([before?.locate(point), after?.locate(point)]).toEqual(['grid-2', undefined])
  expect([before?.hasArea('grid-2'), after?.hasArea('grid-2'), after?.areas.some(one => one.areaId === 'grid-2')]).toEqual([
    true,
    false,
    false
  ])
  expect(after?.placeOf('grid-2').community.name).toBe('the pond')
  expect(after?.areaOf('grid-2')).toMatchObject({ name: 'the grid-2', retiresOn: '2026-12-01' })
  const lamp = { code: '6004', groupCode: '60' }
  expect([before, after].map(one => one?.covers('lamps', one.pathOf('grid-1'), lamp))).toEqual([true, false])
  expect([after?.units.map(unit => unit.unitId), after?.unitOf('lamps')?.name, after?.hasUnit('lamps')]).toEqual([['all'], '路灯所', false])
})
