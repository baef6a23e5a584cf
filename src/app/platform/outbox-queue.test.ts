import {
  afterOffline,
  afterRefusal,
  backOffMilliseconds,
  dueEntries,
  nextDueMilliseconds,
  retried,
  withoutBackOff,
  type OutboxEntry
} from '#app/platform/outbox-queue'

const now = new Date('2026-11-21T08:00:00.000Z')
const entry = (id: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  kind: 'submit-report',
  createdAt: now.toISOString(),
  payload: { idempotencyKey: `key-${id}` },
  photoKeys: [],
  attempts: 0,
  ...more
})

test('the oldest goes first, and what needs attention does not go', () => {
  const young = entry('young', { createdAt: '2026-11-21T07:00:00.000Z' })
  const old = entry('old', { createdAt: '2026-11-20T07:00:00.000Z' })
  const refused = entry('refused', { refusal: { code: 'outside-area', message: '' } })
  expect(dueEntries([young, refused, old], now).map(one => one.id)).toEqual(['old', 'young'])
})

test('an entry waits longer after each dead line, and never more than five minutes', () => {
  expect([1, 2, 3, 7, 20].map(backOffMilliseconds)).toEqual([5_000, 10_000, 20_000, 300_000, 300_000])
  const waiting = afterOffline(entry('a'), now)
  expect(dueEntries([waiting], now)).toEqual([])
  expect(dueEntries([waiting], new Date(now.getTime() + 5_000))).toEqual([waiting])
})

test('a no that needs the person stops it and keeps everything', () => {
  const before = entry('a', { photoKeys: ['p1'] })
  const after = afterRefusal(before, { code: 'outside-area', message: 'x' }, now)
  expect(after).toMatchObject({ payload: before.payload, photoKeys: ['p1'], refusal: { code: 'outside-area' } })
  expect(dueEntries([after], new Date('2030-01-01'))).toEqual([])
})

test('"too many" passes with time, but not for ever', () => {
  const once = afterRefusal(entry('a'), { code: 'too-many', message: '' }, now)
  expect(once.refusal).toBeUndefined()
  expect(afterRefusal(entry('a', { attempts: 5 }), { code: 'too-many', message: '' }, now).refusal).toBeDefined()
})

test('one that was told when to come back goes again at that time by itself, however often it was tried', () => {
  const retryAt = '2026-11-21T08:07:30.000Z'
  const told = afterRefusal(entry('a', { attempts: 9 }), { code: 'too-many', message: '', data: { retryAt } }, now)
  expect(told).toMatchObject({ notBefore: retryAt, passingRefusal: 'too-many' })
  expect(told.refusal).toBeUndefined()
  expect(dueEntries([told], new Date('2026-11-21T08:07:29.000Z'))).toEqual([])
  expect(dueEntries([told], new Date(retryAt))).toEqual([told])
  expect(nextDueMilliseconds([told], now)).toBe(450_000)
})

test('a returning network does not send what the server asked to wait for, and the person still may', () => {
  const told = afterRefusal(entry('a'), { code: 'too-many', message: '', data: { retryAt: '2026-11-21T08:09:00.000Z' } }, now)
  expect(dueEntries(withoutBackOff([told]), now)).toEqual([])
  expect(dueEntries([retried(told)], now)).toHaveLength(1)
})

test('a time already past, or far off by a wrong clock, is neither asked at once nor waited for endlessly', () => {
  const at = (retryAt: string) => afterRefusal(entry('a'), { code: 'too-many', message: '', data: { retryAt } }, now).notBefore
  expect(at('2026-11-21T07:00:00.000Z')).toBe('2026-11-21T08:00:05.000Z')
  expect(at('2027-11-21T08:00:00.000Z')).toBe('2026-11-22T08:00:00.000Z')
})

test('the person may send a refused one again at once', () => {
  const refused = entry('a', { attempts: 4, refusal: { code: 'not-signed-in', message: '' } })
  expect(dueEntries([retried(refused)], now)).toHaveLength(1)
})

test('when the network returns nobody waits out a back-off', () => {
  const waiting = afterOffline(entry('a', { attempts: 6 }), now)
  expect(dueEntries(withoutBackOff([waiting]), now)).toHaveLength(1)
})

test('the next attempt is set for the first one due; nothing waits where all need attention', () => {
  const soon = entry('soon', { notBefore: '2026-11-21T08:00:07.000Z' })
  const later = entry('later', { notBefore: '2026-11-21T08:01:00.000Z' })
  expect(nextDueMilliseconds([later, soon], now)).toBe(7_000)
  expect(nextDueMilliseconds([entry('a', { refusal: { code: 'bad-input', message: '' } })], now)).toBeUndefined()
})

test('what failed on the other side is tried again by itself, and not for ever', () => {
  const refusal = { code: 'unexpected', message: '' }
  const once = afterRefusal(entry('one'), refusal, now)
  expect([once.refusal, once.passingRefusal, dueEntries([once], now)]).toEqual([undefined, 'unexpected', []])
  expect(dueEntries([once], new Date(now.getTime() + 5_000))).toEqual([once])
  let tried = once
  for (let n = 0; n < 5; n += 1) tried = afterRefusal(tried, refusal, now)
  expect(tried.refusal).toEqual(refusal)
})
