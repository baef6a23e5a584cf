import fc from 'fast-check'
import { buildGridIndex, centreOf } from '#server/places/grid-index'
import type { AreaShape } from '#contract/places'
import type { Point } from '#contract/shapes'
import type { GridShape } from '#server/places/grid-index'

type Ring = [number, number][]

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south]
]
const grid = (gridId: string, ...rings: Ring[]): GridShape => ({ gridId, shape: { type: 'Polygon', coordinates: rings } })
const at = (longitude: number, latitude: number): Point => ({ longitude, latitude })

/** A polygon with corners at rising angles round a middle: never crosses itself, often hollow. */
const star = fc
  .record({
    longitude: fc.double({ min: 112, max: 113, noNaN: true }),
    latitude: fc.double({ min: 28, max: 29, noNaN: true }),
    reaches: fc.array(fc.double({ min: 0.02, max: 0.3, noNaN: true }), { minLength: 5, maxLength: 14 })
  })
  .map(({ longitude, latitude, reaches }) => {
    const ring = reaches.map((reach, index): [number, number] => {
      const angle = (2 * Math.PI * index) / reaches.length
      return [longitude + reach * Math.cos(angle), latitude + reach * Math.sin(angle)]
    })
    return [...ring, ring[0]!]
  })
const somewhere = fc.record({
  longitude: fc.double({ min: 111.8, max: 113.2, noNaN: true }),
  latitude: fc.double({ min: 27.8, max: 29.2, noNaN: true })
})

/** Even–odd rule in its textbook form, without index and library. */
function isInsideRing({ longitude, latitude }: Point, ring: Ring): boolean {
  let isInside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[x1, y1], [x2, y2]] = [ring[i]!, ring[j]!]
    if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) isInside = !isInside
  }
  return isInside
}

const isInside = (point: Point, shape: AreaShape): boolean =>
  (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).some(
    rings => rings.filter(ring => isInsideRing(point, ring as Ring)).length % 2 === 1
  )

describe('the grid a point lies in', () => {
  it('is the one a walk over all grids finds, the lowest id where they overlap', () => {
    fc.assert(
      fc.property(
        fc.array(star, { minLength: 1, maxLength: 30 }),
        fc.array(somewhere, { minLength: 20, maxLength: 20 }),
        (rings, points) => {
          const grids = rings.map((ring, index) => grid(`g${(index * 7919) % 1000}`, ring))
          const index = buildGridIndex(grids)
          for (const point of points) {
            const expected = grids.filter(({ shape }) => isInside(point, shape)).map(({ gridId }) => gridId)
            expect(index.locate(point)).toBe(expected.sort()[0])
          }
        }
      )
    )
  })

  it('is exactly one for every corner and border of a city without gaps', () => {
    const grids = Array.from({ length: 100 }, (_, index) =>
      grid(`g${String(index).padStart(2, '0')}`, square(index % 10, Math.floor(index / 10), 1))
    )
    const index = buildGridIndex([...grids].reverse())
    expect(index.locate(at(3, 4.5))).toBe('g42')
    expect(index.locate(at(3, 4))).toBe('g32')
    expect(index.locate(at(3.5, 4))).toBe('g33')
    for (let longitude = 0; longitude <= 10; longitude += 0.5)
      for (let latitude = 0; latitude <= 10; latitude += 0.5) expect(index.locate(at(longitude, latitude))).toBeDefined()
  })

  it('is not the grid whose hole the point stands in, but the one that fills the hole', () => {
    const ring = grid('a-outer', square(0, 0, 9), square(3, 3, 3))
    expect(buildGridIndex([ring]).locate(at(4, 4))).toBeUndefined()
    expect(buildGridIndex([ring]).locate(at(1, 1))).toBe('a-outer')
    const filled = buildGridIndex([grid('b-inner', square(3, 3, 3)), ring])
    expect(filled.locate(at(4, 4))).toBe('b-inner')
    expect(filled.locate(at(3, 4))).toBe('a-outer')
  })

  it('may have several parts, and belongs to none between them', () => {
    const parts: GridShape = { gridId: 'g1', shape: { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(5, 5, 1)]] } }
    const index = buildGridIndex([parts])
    expect([at(0.5, 0.5), at(5.5, 5.5), at(3, 3)].map(point => index.locate(point))).toEqual(['g1', 'g1', undefined])
  })

  it('is found although an editor left the ring open or wrote heights', () => {
    const open: GridShape = {
      gridId: 'g1',
      shape: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0, 12],
            [2, 0, 12],
            [2.5, 2, 12],
            [0.5, 2, 12]
          ]
        ]
      }
    }
    const index = buildGridIndex([open])
    expect(index.locate(at(1, 1))).toBe('g1')
    expect(index.locate(at(0.1, 1.9))).toBeUndefined()
  })

  it('is none where there are no grids, or outside all of them', () => {
    expect(buildGridIndex([]).locate(at(0, 0))).toBeUndefined()
    expect(buildGridIndex([grid('g1', square(0, 0, 1))]).locate(at(1.0001, 0.5))).toBeUndefined()
  })
})

describe('the centre of an area', () => {
  it('lies in the area, however crooked', () => {
    fc.assert(
      fc.property(star, ring => {
        const { shape } = grid('g1', ring)
        expect(isInside(centreOf(shape), shape)).toBe(true)
      })
    )
  })

  it('does not fall into a bay or a hole', () => {
    const horseshoe: Ring = [
      [0, 0],
      [10, 0],
      [10, 10],
      [9, 10],
      [9, 1],
      [1, 1],
      [1, 10],
      [0, 10],
      [0, 0]
    ]
    const frame = grid('g1', square(0, 0, 10), square(1, 1, 8)).shape
    for (const shape of [grid('g1', horseshoe).shape, frame]) expect(isInside(centreOf(shape), shape)).toBe(true)
  })

  it('lies in a lane a metre wide and in the larger of two parts', () => {
    const lane = grid('g1', [
      [112, 28],
      [112.02, 28.02],
      [112.02, 28.02001],
      [112, 28.00001],
      [112, 28]
    ]).shape
    expect(isInside(centreOf(lane), lane)).toBe(true)
    const centre = centreOf({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(5, 5, 4)]] })
    expect(centre).toEqual(at(7, 7))
  })

  it('of a shape without surface is its first corner', () => {
    const line = grid('g1', [
      [1, 2],
      [3, 2],
      [4, 2],
      [1, 2]
    ]).shape
    expect(centreOf(line)).toEqual(at(1, 2))
  })
})
