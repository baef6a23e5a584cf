import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { daysFreeByLaw } from '#server/reports/legal-days-rules'

test('the thirteen days of the law are found in years nobody announced', () => {
  expect([...daysFreeByLaw(2027).keys()]).toEqual([
    ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01', '2027-05-02'],
    ...['2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03']
  ])
  // Spring Festival 2028 and a leap fifth month: 端午 comes once.
  expect([...daysFreeByLaw(2028)].filter(([, name]) => name === '春节').map(([date]) => date)).toEqual([
    ...['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28']
  ])
  expect([...daysFreeByLaw(2028)].filter(([, name]) => name === '端午节').map(([date]) => date)).toEqual(['2028-05-28'])
})

test('every legal day of the announced years since the law of 2025 was announced as free', () => {
  const free = new Set(Object.keys(announced.holidays))
  const missing = [2025, 2026].flatMap(year => [...daysFreeByLaw(year).keys()].filter(date => !free.has(date)))
  expect(missing).toEqual([])
})

test('清明, 端午, 中秋 and the first days of the lunar year lie within what was announced since 2008', () => {
  const free = new Set(Object.keys(announced.holidays))
  const years = Array.from({ length: 2026 - 2008 + 1 }, (_, index) => 2008 + index).filter(year => free.has(`${year}-10-01`))
  const isLunar = (name: string) => ['清明节', '端午节', '中秋节', '春节'].includes(name)
  const missing = years.flatMap(year => {
    const days = [...daysFreeByLaw(year)].filter(([, name]) => isLunar(name)).map(([date]) => date)
    // 除夕 was no legal day between 2014 and 2024.
    return days.filter((date, index) => !free.has(date) && !(index === 0 && year >= 2014 && year <= 2024))
  })
  // On a weekend some were not named in the announcement.
  expect(missing.filter(date => ![0, 6].includes(new Date(date).getUTCDay()))).toEqual([])
  expect(years.length).toBeGreaterThan(15)
})

test('a year the lunar tables do not reach still has the days of the solar calendar', () => {
  expect([...daysFreeByLaw(2150).keys()]).toHaveLength(6)
})
