import { buildPlaceBook } from '#server/places/place-book'
import { buildCategoryBook } from '#server/reports/category-book'
import type { CategoryRow, RoutingRuleRow } from '#server/reports/category-store'

const today = '2026-11-23'
const row = (code: string, version = 1, change: Partial<CategoryRow> = {}): CategoryRow => ({
  ...{ code, version, groupCode: code.slice(0, 2), groupName: '组', name: `${code} v${version}`, mode: 'FIX', hours: 4, clock: 'working' },
  ...{
    isUrgent: false,
    isReferredByDefault: false,
    duplicateRadiusMetres: 20,
    quickButton: null,
    handler: '',
    needsPhoto: true,
    pinyin: '',
    synonyms: '',
    validFrom: new Date(0),
    retiresOn: null
  },
  ...change
})
const rule = (ruleId: string, covers: string, areaId: string, isActive = true): RoutingRuleRow => ({
  ruleId,
  covers,
  areaId,
  unitId: `unit-of-${ruleId}`,
  isActive
})

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
const area = (areaId: string, kind: 'city' | 'street' | 'community' | 'grid', parentId: string | null) => ({
  areaId,
  kind,
  name: areaId,
  parentId,
  shape: square(0),
  centreLongitude: 0,
  centreLatitude: 0,
  retiresOn: null
})
const places = buildPlaceBook(
  [
    area('city', 'city', null),
    area('street', 'street', 'city'),
    area('community', 'community', 'street'),
    area('grid', 'grid', 'community')
  ],
  [],
  [],
  today
)

test('the newest version of a category is in force; an older one is still there for reports filed under it', () => {
  const book = buildCategoryBook([row('1001', 2), row('1001', 10), row('1001', 1)], [], [], today)
  expect(book.categories.map(category => category.version)).toEqual([10])
  expect(book.categoryAt('1001', 2).name).toBe('1001 v2')
  expect(() => book.categoryAt('1001', 3)).toThrow('1001')
  expect(book.categoryOf('9')).toBeUndefined()
})

test('quick buttons stand first, in their order, the others by code', () => {
  const book = buildCategoryBook(
    [row('3002'), row('1009'), row('2003', 1, { quickButton: 2 }), row('5001', 1, { quickButton: 1 })],
    [],
    [],
    today
  )
  expect(book.categories.map(category => category.code)).toEqual(['5001', '2003', '1009', '3002'])
})

test('of several routing rules the smallest area wins, and within it the narrowest category', () => {
  const rules = [
    rule('all-city', '*', 'city'),
    rule('group-street', '10', 'street'),
    rule('any-grid', '*', 'grid'),
    rule('code-grid', '1001', 'grid'),
    rule('group-grid', '10', 'grid')
  ]
  const winner = (list: RoutingRuleRow[]) =>
    buildCategoryBook([row('1001')], list, [], today).ruleFor(row('1001') as never, 'grid', places)?.ruleId
  const winners: (string | undefined)[] = []
  let left = rules
  while (left.length > 0) {
    const ruleId = winner(left)
    winners.push(ruleId)
    left = left.filter(one => one.ruleId !== ruleId)
  }
  expect(winners).toEqual(['code-grid', 'group-grid', 'any-grid', 'group-street', 'all-city'])
})

test('a rule that is off, of another category or of another place sends nothing', () => {
  const book = (one: RoutingRuleRow) => buildCategoryBook([row('1001')], [one], [], today).ruleFor(row('1001') as never, 'grid', places)
  expect([book(rule('off', '*', 'city', false)), book(rule('other', '20', 'city')), book(rule('elsewhere', '*', 'other-street'))]).toEqual([
    undefined,
    undefined,
    undefined
  ])
})

test("the city's own days override the published calendar", () => {
  const { calendar } = buildCategoryBook(
    [],
    [],
    [
      { date: '2026-11-23', isWorkday: false },
      { date: '2026-11-22', isWorkday: true }
    ],
    today
  )
  expect(['2026-11-22', '2026-11-23', '2026-11-24'].map(date => calendar.isWorkday(date))).toEqual([true, false, true])
})

test('a retired category is filed under no more from its day on, and still known to what was', () => {
  const rows = [row('1001'), row('1002'), row('1002', 2, { retiresOn: '2026-11-24' })]
  const [before, after] = ['2026-11-23', '2026-11-24'].map(day => buildCategoryBook(rows, [], [], day))
  expect(before?.categoryOf('1002')).toMatchObject({ version: 2, retiresOn: '2026-11-24' })
  expect([after?.categoryOf('1002'), after?.categories.map(one => one.code)]).toEqual([undefined, ['1001']])
  expect([after?.newestOf('1002')?.version, after?.categoryAt('1002', 1).name, after?.retired.length]).toEqual([2, '1002 v1', 1])
})
