import {
  agoWords,
  countdownWords,
  dayWords,
  deadlineWords,
  distanceWords,
  durationWords,
  greetingWords,
  momentWords
} from '#app/words/time-words'

/** 21 November 2026, 16:30 in the city. */
const now = new Date('2026-11-21T08:30:00.000Z')

test('a deadline of today is told by the hour of the city, wherever the phone is', () => {
  expect(deadlineWords('2026-11-21T10:00:00.000Z', now)).toBe('今天 18:00 前')
})

test('midnight belongs to the day of the city, not of Greenwich', () => {
  expect(momentWords('2026-11-21T15:59:00.000Z', now)).toBe('今天 23:59')
  expect(momentWords('2026-11-21T16:00:00.000Z', now)).toBe('明天 00:00')
  expect(dayWords('2026-11-20T15:59:00.000Z', now)).toBe('昨天')
})

test('days further off are told by date, and by year where it is another', () => {
  expect(dayWords('2026-11-23T02:00:00.000Z', now)).toBe('后天')
  expect(dayWords('2026-12-03T02:00:00.000Z', now)).toBe('12月3日')
  expect(dayWords('2027-01-03T02:00:00.000Z', now)).toBe('2027年1月3日')
})

test.each([
  ['2026-11-21T08:29:40.000Z', '刚刚'],
  ['2026-11-21T08:25:00.000Z', '5 分钟前'],
  ['2026-11-21T06:30:00.000Z', '2 小时前'],
  ['2026-11-18T08:30:00.000Z', '3 天前'],
  ['2026-11-16T08:30:00.000Z', '11月16日']
])('%s is %s', (at, words) => {
  expect(agoWords(at, now)).toBe(words)
})

test('a countdown turns into how long it is overdue', () => {
  expect(countdownWords('2026-11-21T10:35:00.000Z', now)).toBe('还有 2 小时 5 分钟')
  expect(countdownWords('2026-11-20T08:30:00.000Z', now)).toBe('已超 1 天')
})

test('a duration names its two largest units and is never nothing', () => {
  expect(durationWords(0.2)).toBe('1 分钟')
  expect(durationWords(120)).toBe('2 小时')
  expect(durationWords(3 * 1440 + 4 * 60 + 59)).toBe('3 天 4 小时')
})

test('distances are metres until a kilometre', () => {
  expect([distanceWords(0.3), distanceWords(25.4), distanceWords(1240)]).toEqual(['1 米', '25 米', '1.2 公里'])
})

test.each([
  ['2026-11-20T22:00:00.000Z', '早上好'],
  ['2026-11-21T03:30:00.000Z', '中午好'],
  ['2026-11-21T08:00:00.000Z', '下午好'],
  ['2026-11-21T10:00:00.000Z', '晚上好'],
  ['2026-11-21T14:59:00.000Z', '晚上好'],
  ['2026-11-21T15:00:00.000Z', '夜深了'],
  ['2026-11-20T20:59:00.000Z', '夜深了'],
  ['2026-11-20T21:00:00.000Z', '早上好']
])('at %s the city says %s', (at, words) => {
  expect(greetingWords(new Date(at))).toBe(words)
})
