import { areasFrom } from '#app/packages/city/settings/area-file-rules'

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

const shaped = (coordinates: number[][], properties: object = {}) => ({
  ...feature(properties),
  geometry: { type: 'Polygon', coordinates: [coordinates] }
})

test('swapped axes, metres, an id twice and another reference system are said before anything is sent, with the area by name', () => {
  expect(areasFrom(file(shaped([[116, 32]]), shaped([[32, 116]], { areaId: 'g2', name: '二网格' })))).toEqual({
    fault: '第 2 个区域“二网格”：坐标像是纬度在前。请换成经度在前、纬度在后。'
  })
  expect(areasFrom(file(shaped([[39443210, 3531234]])))).toEqual({
    fault: '第 1 个区域“一网格”：坐标像是以米为单位的投影坐标。请转成经纬度（WGS-84）再导出。'
  })
  expect(areasFrom(file(shaped([[116, 32]]), shaped([[116, 32]])))).toHaveProperty('fault', expect.stringContaining('重复'))
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4549' } }
  expect(areasFrom(JSON.stringify({ type: 'FeatureCollection', crs, features: [shaped([[116, 32]])] }))).toHaveProperty('fault')
})

test('a file as large as a county needs is read, and one beyond the limit has its own sentence', () => {
  const long = (length: number) => JSON.stringify({ type: 'FeatureCollection', features: [shaped([[116, 32]])], note: 'x'.repeat(length) })
  expect(areasFrom(long(8_000_000))).toHaveProperty('collection')
  expect(areasFrom(long(21_000_000))).toEqual({ fault: '文件超过 20 MB，收不下。把边界简化到米级，或按街道分成几份导入。' })
})
