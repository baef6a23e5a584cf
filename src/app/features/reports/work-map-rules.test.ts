import { inWorkOrder, loadWords, middleOf, namedGrids, polygonsOf, toneOfLoad, type MapReport } from '#app/features/reports/work-map-rules'

test('one late case colours a grid red, whatever else is open', () => {
  expect(toneOfLoad({ openCount: 1, overdueCount: 1 })).toBe('bad')
  expect(toneOfLoad({ openCount: 9, overdueCount: 0 })).toBe('wait')
  expect(toneOfLoad({ openCount: 1, overdueCount: 0 })).toBe('info')
  expect(toneOfLoad({ openCount: 0, overdueCount: 0 })).toBe('good')
})

test('a grid nobody counted is calm and says nought', () => {
  const geometry = { type: 'Polygon' as const, coordinates: [] }
  const [busy, calm] = polygonsOf(
    [
      { areaId: 'a', name: '一网格', geometry },
      { areaId: 'b', name: '二网格', geometry }
    ],
    [{ areaId: 'a', openCount: 2, overdueCount: 0 }],
    'b'
  )
  expect(busy).toMatchObject({ tone: 'info', label: '2', isSelected: false })
  expect(calm).toMatchObject({ tone: 'good', label: '0', isSelected: true })
})

test('the load is said in words', () => {
  expect(loadWords({ openCount: 3, overdueCount: 1 })).toBe('在办 3 件，超时 1 件')
  expect(loadWords({ openCount: 0, overdueCount: 0 })).toBe('没有在办的')
})

test('late cases stand first', () => {
  const report = (number: string, isOverdue: boolean): MapReport => ({
    reportId: number,
    number,
    isOverdue,
    state: 'filed',
    categoryCode: '1001',
    point: { longitude: 0, latitude: 0 }
  })
  expect(inWorkOrder([report('2', false), report('3', true), report('1', false)]).map(({ number }) => number)).toEqual(['3', '1', '2'])
})

test('a map begins in the middle of its areas', () => {
  expect(
    middleOf([
      { longitude: 100, latitude: 20 },
      { longitude: 102, latitude: 24 }
    ])
  ).toEqual({ longitude: 101, latitude: 22 })
  expect(middleOf([])).toBeUndefined()
})

test('a grid is named with its community, for every community has a first grid', () => {
  const centre = { longitude: 0, latitude: 0 }
  const areas = [
    { areaId: 'c', kind: 'community' as const, name: '桂花社区', parentId: null, centre },
    { areaId: 'g', kind: 'grid' as const, name: '第一网格', parentId: 'c', centre }
  ]
  expect(namedGrids(areas).map(({ name }) => name)).toEqual(['桂花社区第一网格'])
})
