import { fitOf, type PresentArea } from '#server/places/areas/area-map-rules'

const box = (west: number, south: number, width = 1, height = 1) => ({
  type: 'Polygon' as const,
  coordinates: [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
    [west, south]
  ].map(position => position.map(degree => 100 + degree / 100).map((degree, axis) => (axis === 1 ? degree - 70 : degree)))
})
const shapeOf = (...numbers: [number, number, number?, number?]) => {
  const { type, coordinates } = box(...numbers)
  return { type, coordinates: [coordinates] }
}
const city: PresentArea = { areaId: 'city', kind: 'city', name: '城', parentId: null, shape: shapeOf(0, 0, 10, 10) }
const street = (areaId: string, ...numbers: [number, number, number?, number?]) => ({
  type: 'Feature' as const,
  properties: { areaId, kind: 'street' as const, name: areaId, parentId: 'city' },
  geometry: shapeOf(...numbers)
})
const fit = (...features: ReturnType<typeof street>[]) => {
  const steps = fitOf(new Map([[city.areaId, city]]), features)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const kinds = (...features: ReturnType<typeof street>[]) => fit(...features).faults.map(({ path, fault }) => [path, fault])

test('neighbours that share a border fit, and so do slivers; an overlap is named at the later one', () => {
  expect(kinds(street('a', 0, 0, 5, 10), street('b', 5, 0, 5, 10))).toEqual([])
  expect(kinds(street('a', 0, 0, 5, 10), street('b', 4.95, 0, 5.05, 10))).toEqual([])
  expect(kinds(street('a', 0, 0, 5, 10), street('b', 4.5, 0, 5.5, 10))).toEqual([['features.1.geometry', 'overlap']])
  expect(kinds(street('whole', 0, 0, 10, 10), street('inside', 4, 4))).toEqual([['features.1.geometry', 'overlap']])
})

test('outside the parent is refused beyond a twentieth, and what no part covers is a warning', () => {
  expect(kinds(street('a', -0.2, 0, 10.2, 10))).toEqual([])
  expect(kinds(street('a', -2, 0, 12, 10))).toEqual([['features.0.geometry', 'outside-parent']])
  expect(fit(street('a', 0, 0, 5, 10)).warnings).toEqual([{ kind: 'gap', areaId: 'city', name: '城', share: 0.5 }])
})
