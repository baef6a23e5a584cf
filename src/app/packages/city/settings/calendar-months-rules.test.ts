import { datesOf, monthsOf, sourceWords, stretchWords } from '#app/packages/city/settings/calendar-months-rules'

const day = (date: string, more: object = {}) => ({ date, isWorkday: false, name: '国庆节', isOwn: false, isOverriding: false, ...more })

test('days in a row that say the same are one line; another word, source or month begins a new one', () => {
  const months = monthsOf([
    day('2026-09-30'),
    ...['01', '02', '03'].map(date => day(`2026-10-${date}`)),
    day('2026-10-04', { isOwn: true, isOverriding: true, isWorkday: true }),
    day('2026-10-06')
  ])
  expect(months.map(({ month, stretches }) => [month, stretches.map(stretchWords)])).toEqual([
    [9, ['30 日（周三）']],
    [10, ['1–3 日', '4 日（周日）', '6 日（周二）']]
  ])
})

test('a year without any such day has no month', () => {
  expect(monthsOf([])).toEqual([])
})

test('it is said where a day comes from, and where the city differs', () => {
  expect(sourceWords(day('2026-10-01'))).toBe('国家公布')
  expect(sourceWords({ isOwn: true, isOverriding: true })).toContain('不同')
  expect(sourceWords({ isOwn: true, isOverriding: false })).toContain('一样')
})

test('a stretch is taken back with all of its days', () => {
  expect(datesOf({ date: '2028-02-27', until: '2028-03-01' })).toEqual(['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01'])
  expect(datesOf({ date: '2026-10-13', until: '2026-10-13' })).toEqual(['2026-10-13'])
})
