import { coverageAfter, coverageInWords, isHalfFilled, keyOf } from '#app/packages/city/settings/unit-coverage-rules'

const city = { areaId: 'city', covers: '10' }
const street = { areaId: 'street', covers: '*' }

test('what a unit has stays, but for what was let go, and what was added comes once', () => {
  expect(coverageAfter([city, street], new Set(), [])).toEqual([city, street])
  expect(coverageAfter([city, street], new Set([keyOf(city)]), [{ areaId: 'grid', covers: '10' }])).toEqual([
    street,
    { areaId: 'grid', covers: '10' }
  ])
  expect(coverageAfter([city], new Set(), [city, {}, { areaId: 'grid' }])).toEqual([city])
})

test('a line with only an area or only a category is half filled', () => {
  expect([{}, { areaId: 'grid' }, { covers: '10' }, city].map(isHalfFilled)).toEqual([false, true, true, false])
})

test('lines are read in words, in the order of the lists, and an area that is gone by its number', () => {
  const areas = [
    { value: 'city', word: '全市' },
    { value: 'street', word: '河东街道' }
  ]
  const covers = [
    { value: '*', word: '所有类别' },
    { value: '10', word: '环境卫生（整组）' }
  ]
  const read = coverageInWords([street, city, { areaId: 'city', covers: '*' }], areas, covers)
  expect(read.map(({ what, where }) => `${what} ${where}`)).toEqual(['所有类别 全市', '环境卫生（整组） 全市', '所有类别 河东街道'])
  expect(coverageInWords([{ areaId: 'gone', covers: '10' }], areas, covers)[0]?.where).toBe('gone')
})
