import { areasFrom } from '#app/packages/staff/settings/area-file-rules'

const feature = (properties: object) => ({
  type: 'Feature',
  properties: { areaId: 'g1', kind: 'grid', name: '一网格', parentId: 'c1', ...properties },
  geometry: { type: 'Polygon', coordinates: [] }
})
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

test('a file of areas is read and counted by level', () => {
  expect(areasFrom(file(feature({}), feature({ areaId: 'c1', kind: 'community' })))).toMatchObject({
    counts: [
      { kind: 'community', count: 1 },
      { kind: 'grid', count: 1 }
    ]
  })
})

test('the first faulty area is named by its place in the file', () => {
  expect(areasFrom(file(feature({}), feature({ kind: 'block' })))).toEqual({
    fault: '第 2 个区域：kind 不是 city、street、community、grid 之一。'
  })
  expect(areasFrom(file(feature({ parentId: undefined })))).toHaveProperty('fault')
})

test('what is no GeoJSON is said so', () => {
  expect(areasFrom('{')).toHaveProperty('fault')
  expect(areasFrom('{"type":"Feature"}')).toHaveProperty('fault')
  expect(areasFrom(file())).toHaveProperty('fault')
})
