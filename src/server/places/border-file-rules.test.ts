import { borderAround, borderFrom } from '#server/places/border-file-rules'

const ring = [
  [116.5, 34.5],
  [117.2, 34.5],
  [117.2, 34.9],
  [116.5, 34.5]
]
const polygon = { type: 'Polygon', coordinates: [ring] }
const feature = { type: 'Feature', properties: { name: 'any' }, geometry: polygon }

test('a border is read from a polygon, a feature or a collection of one', () => {
  for (const json of [polygon, feature, { type: 'FeatureCollection', features: [feature] }])
    expect(borderFrom(JSON.stringify(json))).toEqual(polygon)
  const parts = { type: 'MultiPolygon', coordinates: [[ring]] }
  expect(borderFrom(JSON.stringify(parts))).toEqual(parts)
})

test('what is no border, or lies nowhere near, is said in a sentence', () => {
  const swapped = { type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [y, x])] }
  const metres = { type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [x * 100_000, y * 100_000])] }
  const flat = { type: 'Polygon', coordinates: [[ring[0], ring[1], ring[0], ring[1]]] }
  const two = { type: 'FeatureCollection', features: [feature, feature] }
  for (const text of ['', '{', '{}', '[]', 'null', ...[swapped, metres, flat, two].map(json => JSON.stringify(json))])
    expect(() => borderFrom(text)).toThrow(/border/)
})

test('it is checked like an import: another reference system, metres, swapped axes, no surface', () => {
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4547' } }
  const line = { type: 'Polygon', coordinates: [[ring[0], ring[1], ring[1], ring[0]]] }
  const moved = (change: (position: readonly number[]) => number[]) => ({ type: 'Polygon', coordinates: [ring.map(change)] })
  for (const [json, words] of [
    [{ type: 'FeatureCollection', features: [feature], crs }, /another reference system/],
    [moved(([x = 0, y = 0]) => [x * 100_000, y * 100_000]), /metres/],
    [moved(([x = 0, y = 0]) => [y, x]), /latitude first/],
    [line, /no surface/],
    [moved(([x = 0, y = 0]) => [x - 60, y]), /lie in China/]
  ] as const)
    expect(() => borderFrom(JSON.stringify(json))).toThrow(words)
})

test('a rectangle stands in until the border is known', () => {
  expect(borderAround('116.5,34.5,117.2,34.9')).toMatchObject({ type: 'Polygon' })
  for (const text of ['', '1,2,3', '117.2,34.5,116.5,34.9', 'a,b,c,d', '34.5,116.5,34.9,117.2', '116.5,34.5,117.2,34.9,1'])
    expect(() => borderAround(text)).toThrow()
})
