import { ageOn, boundsOf, cityDay, longDayWords, monthFrom, weeksOf } from '#app/words/city-day'

test('a day begins at midnight of the city, not of UTC', () => {
  expect(cityDay('2026-11-21T15:59:59.999Z')).toBe('2026-11-21')
  expect(cityDay('2026-11-21T16:00:00.000Z')).toBe('2026-11-22')
  expect(boundsOf('2026-11-22')).toEqual({ from: '2026-11-21T16:00:00.000Z', to: '2026-11-22T15:59:59.999Z' })
})

test('weeks begin on Monday and hold every day of the month once', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'])
  expect(weeks.every(week => week.length === 7)).toBe(true)
  expect(weeks.flat().filter(Boolean)).toHaveLength(30)
  expect(weeksOf('2028-02').flat().filter(Boolean)).toHaveLength(29)
})

test('months run on over the end of a year', () => {
  expect(monthFrom('2026-12', 1)).toBe('2027-01')
  expect(monthFrom('2026-01', -1)).toBe('2025-12')
})

test('somebody is a year older on the birthday itself', () => {
  expect(ageOn('2012-11-22', '2026-11-21')).toBe(13)
  expect(ageOn('2012-11-22', '2026-11-22')).toBe(14)
  expect(ageOn('2012-02-29', '2026-02-28')).toBe(13)
  expect(ageOn('2012-02-29', '2026-03-01')).toBe(14)
})

test('a day is said with its weekday', () => expect(longDayWords('2026-11-22')).toBe('11月22日 周日'))
