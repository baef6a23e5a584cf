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
  ...{ areaId, kind, name: `the ${areaId}`, parentId, shape: square(west), centreLongitude: west + 0.5, centreLatitude: 0.5 }
})
const tree = [
  ...[area('city', 'city', null), area('east', 'street', 'city'), area('west', 'street', 'city'), area('willow', 'community', 'east')],
  ...[area('pond', 'community', 'west'), area('grid-1', 'grid', 'willow', 0), area('grid-2', 'grid', 'pond', 5)]
]
const units = [
  { unitId: 'all', name: '综合中心' },
  { unitId: 'lamps', name: '路灯所' }
]
const book = buildPlaceBook(tree, units, [
  { unitId: 'all', areaId: 'city', covers: '*' },
  { unitId: 'lamps', areaId: 'east', covers: '6004' },
  { unitId: 'lamps', areaId: 'pond', covers: '60' }
])

test('a point lies in its grid, and the grid in its community, street and city', () => {
  expect(book.locate({ longitude: 5.5, latitude: 0.5 })).toBe('grid-2')
  expect(book.locate({ longitude: 3, latitude: 0.5 })).toBeUndefined()
  expect(book.pathOf('grid-2')).toEqual({ gridId: 'grid-2', communityId: 'pond', streetId: 'west', cityId: 'city' })
  expect(book.placeOf('grid-1').street).toEqual({ areaId: 'east', name: 'the east' })
  expect(() => book.pathOf('nowhere')).toThrow('nowhere')
  expect(() => buildPlaceBook([...tree, area('adrift', 'grid', null, 9)], [], [])).toThrow('area adrift has no community above it')
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
