import pointInPolygon from 'point-in-polygon-hao'
import * as v from 'valibot'
import { AreaShape, type AreaKind } from '#contract/places'
import type { Point } from '#contract/shapes'
import { centreOf, demoAreaChain, demoAreas, ringOf, type AreaFeature } from '#server/demo/demo-areas'
import { seededRandom } from '#server/demo/seeded-random'

const ofKind = (kind: AreaKind) => demoAreas.filter(area => area.properties.kind === kind)
const contains = (area: AreaFeature, { longitude, latitude }: Point) => pointInPolygon([longitude, latitude], [ringOf(area)]) === true
const idsAt = (kind: AreaKind, point: Point) =>
  ofKind(kind)
    .filter(area => contains(area, point))
    .map(area => area.properties.areaId)

/** Square degrees, positive where the ring runs counter-clockwise. */
function signedArea(area: AreaFeature) {
  const ring = ringOf(area)
  const [originX, originY] = ring[0] ?? [0, 0]
  let sum = 0
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [ax, ay] = ring[index] ?? [0, 0]
    const [bx, by] = ring[index + 1] ?? [0, 0]
    sum += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY)
  }
  return sum / 2
}
const totalArea = (areas: AreaFeature[]) => areas.reduce((sum, area) => sum + signedArea(area), 0)
const [city] = ofKind('city')
const citySize = signedArea(city as AreaFeature)

function pointsInTheBoxOfTheCity(count: number): Point[] {
  const random = seededRandom(7)
  const ring = ringOf(city as AreaFeature)
  const longitudes = ring.map(([longitude]) => longitude)
  const latitudes = ring.map(([, latitude]) => latitude)
  return Array.from({ length: count }, () => ({
    longitude: random.between(Math.min(...longitudes), Math.max(...longitudes)),
    latitude: random.between(Math.min(...latitudes), Math.max(...latitudes))
  }))
}

test('the demo city has 1 city, 2 streets, 4 communities and 24 grids, six in each community', () => {
  expect((['city', 'street', 'community', 'grid'] as const).map(kind => ofKind(kind).length)).toEqual([1, 2, 4, 24])
  for (const community of ofKind('community')) {
    expect(ofKind('grid').filter(grid => grid.properties.parentId === community.properties.areaId)).toHaveLength(6)
  }
  expect(new Set(demoAreas.map(area => area.properties.areaId)).size).toBe(31)
})

test('every shape is one the contract takes: closed, and counter-clockwise as RFC 7946 asks', () => {
  for (const area of demoAreas) {
    expect(v.is(AreaShape, area.geometry)).toBe(true)
    const ring = ringOf(area)
    expect(ring.at(-1)).toEqual(ring[0])
    expect(new Set(ring.map(String)).size).toBe(ring.length - 1)
    expect(signedArea(area)).toBeGreaterThan(0)
  }
})

test('the centre of a grid lies in that grid alone, and in its community, street and city', () => {
  for (const grid of ofKind('grid')) {
    const [gridId, communityId, streetId, cityId] = demoAreaChain(grid.properties.areaId)
    const centre = centreOf(grid)
    expect(idsAt('grid', centre)).toEqual([gridId])
    expect(idsAt('community', centre)).toEqual([communityId])
    expect(idsAt('street', centre)).toEqual([streetId])
    expect(idsAt('city', centre)).toEqual([cityId])
  }
})

test('a point inside the city lies in exactly one grid of exactly one community; outside it lies in none', () => {
  for (const point of pointsInTheBoxOfTheCity(6000)) {
    const expected = contains(city as AreaFeature, point) ? 1 : 0
    const [gridId, ...others] = idsAt('grid', point)
    expect([gridId, ...others].filter(Boolean)).toHaveLength(expected)
    if (gridId) expect([idsAt('community', point), idsAt('street', point)].flat()).toEqual(demoAreaChain(gridId).slice(1, 3))
  }
})

test('grids, communities and streets each add up to the city', () => {
  for (const kind of ['grid', 'community', 'street'] as const) expect(totalArea(ofKind(kind)) / citySize).toBeCloseTo(1, 9)
})

test('every stretch of border inside the city is shared by exactly two grids, so nothing gapes or overlaps', () => {
  const sides = new Map<string, number>()
  for (const grid of ofKind('grid')) {
    const ring = ringOf(grid)
    for (let index = 0; index + 1 < ring.length; index += 1) {
      const side = [String(ring[index]), String(ring[index + 1])].sort().join(' ')
      sides.set(side, (sides.get(side) ?? 0) + 1)
    }
  }
  const outer = ringOf(city as AreaFeature).length - 1
  expect([...sides.values()].filter(count => count === 1)).toHaveLength(outer)
  expect([...sides.values()].filter(count => count > 2)).toHaveLength(0)
})

test('the city is 3 to 4 km across and no grid is a sliver', () => {
  const squareMetres = 111_320 * 111_320 * Math.cos((32.73 * Math.PI) / 180)
  expect(Math.sqrt(citySize * squareMetres)).toBeGreaterThan(3000)
  expect(Math.sqrt(citySize * squareMetres)).toBeLessThan(4000)
  for (const grid of ofKind('grid')) expect(signedArea(grid) * squareMetres).toBeGreaterThan(200_000)
})
