import { RANKING_COUNT_MIN, rankUnit, type ClosedReport } from '#server/reports/ranking-rules'

const unit = { unitId: 'u', name: '环卫所' }
const closed = (count: number, change: (index: number) => Partial<ClosedReport> = () => ({})): ClosedReport[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ unitId: 'u', reworkCount: 0, upheldCount: 0, overdueMinutes: 0, recurrence: null, isSelfFound: false },
    ...change(index)
  }))

test('a unit with few reports shows how many, and no rates', () => {
  expect(rankUnit(unit, closed(RANKING_COUNT_MIN - 1))).toEqual({ ...unit, handledCount: 9 })
})

test('rates are shares of what the unit closed, whatever others closed', () => {
  const own = closed(10, index => ({
    reworkCount: index < 2 ? 3 : 0,
    upheldCount: index === 0 ? 1 : 0,
    overdueMinutes: index === 0 ? 600 : 0,
    isSelfFound: index < 5
  }))
  const others = closed(90, () => ({ unitId: 'other', reworkCount: 5, upheldCount: 1, overdueMinutes: 6000 }))
  expect(rankUnit(unit, [...others, ...own])).toEqual({
    ...{ ...unit, handledCount: 10, reworkRate: 0.2, upheldObjectionRate: 0.1, overdueHoursPerReport: 1, selfFoundShare: 0.5 }
  })
})

test('recurrence rests on the places whose watch is over, and needs enough of those too', () => {
  const watched = (count: number) =>
    closed(20, index => ({ recurrence: index < count ? (index < 3 ? 'came-back' : 'stayed-solved') : null }))
  expect(rankUnit(unit, watched(9)).recurrenceRate).toBeUndefined()
  expect(rankUnit(unit, watched(12)).recurrenceRate).toBe(0.25)
})
