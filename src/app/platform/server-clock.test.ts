import { noteServerTime, offsetBy, serverNow } from '#app/platform/server-clock'

const now = Date.parse('2026-11-22T02:00:10.400Z')

test('a phone whose clock is wrong by minutes is set right, one that is off by a second is left alone', () => {
  expect(offsetBy('Sun, 22 Nov 2026 02:05:10 GMT', now)).toBe(299_600)
  expect(offsetBy('Sun, 22 Nov 2026 02:00:10 GMT', now)).toBe(0)
  expect(offsetBy(undefined, now)).toBe(0)
  expect(offsetBy('soon', now)).toBe(0)
})

test('an answer without a date leaves what was heard before', () => {
  const phoneClock = Date.now
  Date.now = () => now
  try {
    noteServerTime('Sun, 22 Nov 2026 02:10:10 GMT')
    noteServerTime(undefined)
    expect(serverNow()).toBe(Date.parse('2026-11-22T02:10:10Z'))
  } finally {
    Date.now = phoneClock
  }
})
