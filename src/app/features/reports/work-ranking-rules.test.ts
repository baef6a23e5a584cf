import { datesOf, hoursWords, ranked, shareWords } from '#app/features/reports/work-ranking-rules'

const unit = (unitId: string, handledCount: number, reworkRate?: number) => ({ unitId, name: unitId, handledCount, reworkRate })

test('a unit with too few cases is listed and not ranked', () => {
  const rows = ranked([unit('few', 3), unit('bad', 20, 0.3), unit('good', 20, 0.1)])
  expect(rows.map(({ unitId, rank }) => [unitId, rank])).toEqual([
    ['good', 1],
    ['bad', 2],
    ['few', undefined]
  ])
})

test('what rests on too few cases is a dash, never a zero', () => {
  expect(shareWords(undefined)).toBe('—')
  expect(shareWords(0)).toBe('0%')
  expect(shareWords(0.1234)).toBe('12.3%')
  expect(hoursWords(1.26)).toBe('1.3 小时')
})

test('a month ends on its last day, by the calendar of the city', () => {
  const now = new Date('2026-11-30T17:00:00Z')
  expect(datesOf('month', now)).toEqual({ from: '2026-12-01', to: '2026-12-01' })
  expect(datesOf('last-month', now)).toEqual({ from: '2026-11-01', to: '2026-11-30' })
  expect(datesOf('quarter', now)).toEqual({ from: '2026-09-03', to: '2026-12-01' })
})
