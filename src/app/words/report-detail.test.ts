import { pointsOfFollowerWords, pointsOfReportWords } from '#app/words/report-detail'

const closed = { releaseDay: '12月5日', mayConfirm: true }

test('what waits names the day it arrives, and the button that brings it sooner only while there is one', () => {
  const waiting = { given: 5, pending: 5, clipped: 0 }
  expect(pointsOfReportWords(waiting, closed)).toBe('你得到 5 积分，12月5日到账；说一声解决没有，马上到账。')
  expect(pointsOfReportWords(waiting, { ...closed, mayConfirm: false })).toBe('你得到 5 积分，12月5日到账。')
})

test('what the day left no room for is not called taken back, to neither of them, on whatever day it is read', () => {
  const clipped = { given: 0, pending: 0, clipped: 5 }
  for (const words of [pointsOfReportWords(clipped, closed), pointsOfFollowerWords(clipped)]) {
    expect(words).not.toMatch(/收回|今天/)
    expect(words).toContain('满了')
  }
})

test('what an upheld objection took back is said so', () => {
  expect(pointsOfReportWords({ given: 0, pending: 0, clipped: 0 }, closed)).toContain('收回了')
})
