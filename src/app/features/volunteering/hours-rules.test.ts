import { barsOf, minutesWords, starProgress, sumOf, usualPeriods, waitingSentences } from '#app/features/volunteering/hours-rules'

test('minutes are said in hours and minutes, and taken back with a sign', () => {
  expect([0, 45, 60, 150, -30].map(minutesWords)).toEqual(['0 分', '45 分', '1 小时', '2 小时 30 分', '−30 分'])
})

test('bars leave out what is empty and are measured against the longest month', () => {
  const byGrade = { A: 60, B: 0, C: 30, D: 0 }
  expect(sumOf(byGrade)).toBe(90)
  expect(barsOf(byGrade, 120)).toEqual([
    { grade: 'A', minutes: 60, percent: 50 },
    { grade: 'C', minutes: 30, percent: 25 }
  ])
})

test('the way to the next star is told in its own hours', () => {
  expect(starProgress(0, 50 * 60)).toEqual({ percent: 50, hours: 100 })
  expect(starProgress(1, 150 * 60)).toEqual({ percent: 50, hours: 300 })
  expect(starProgress(5, undefined)).toEqual({ percent: 100 })
})

test('no usual period reaches past today', () => {
  expect(usualPeriods('2026-11-21', '2024-03-01').map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2026-01-01 2026-11-21',
    '2025-01-01 2025-12-31',
    '2024-03-01 2026-11-21'
  ])
})

test('what is frozen is not promised to count once the notice is over', () => {
  expect(waitingSentences({ onNotice: 0, frozen: 0 })).toEqual([])
  expect(waitingSentences({ onNotice: 90, frozen: 0 })).toEqual(['另有 1 小时 30 分正在公示，期满就算'])
  expect(waitingSentences({ onNotice: 120, frozen: 120 })).toEqual(['另有 2 小时暂停，核清后再算'])
  expect(waitingSentences({ onNotice: 90, frozen: 30 })).toHaveLength(2)
})
