import { makeOutbox, type SendEntry } from '#app/platform/outbox-box'
import { Offline, Refused } from '#app/platform/refused'
import type { KeyValueStore } from '#app/platform/storage'

const start = new Date('2026-11-21T08:00:00.000Z')

/** A phone in memory: what it keeps survives a new `makeOutbox` on it, as a restart of the app would. */
function phone() {
  const kept = new Map<string, string>()
  const photos = new Map<string, string>()
  const store: KeyValueStore = {
    read: <Value>(key: string) => (kept.has(key) ? (JSON.parse(kept.get(key)!) as Value) : undefined),
    write: (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: key => void kept.delete(key)
  }
  const vault = {
    keep: async (path: string) => {
      photos.set(`kept:${path}`, path)
      return `kept:${path}`
    },
    open: async (key: string) => photos.get(key),
    remove: async (key: string) => void photos.delete(key)
  }
  return { store, vault, photos }
}

function boxOn({ store, vault }: ReturnType<typeof phone>, now: () => Date = () => start) {
  let count = 0
  return makeOutbox({ store, vault, now, newId: () => `e${++count}`, alone: act => act(), onChange: () => undefined })
}

const report = { kind: 'submit-report', payload: { idempotencyKey: 'key-00000001' }, photoPaths: ['a.jpg'] }

test('what is enqueued survives a restart and is sent once, with its photo', async () => {
  const device = phone()
  await boxOn(device).enqueue(report)
  const send = jest.fn<ReturnType<SendEntry>, Parameters<SendEntry>>().mockResolvedValue(undefined)
  const afterRestart = boxOn(device)
  await afterRestart.flush({ 'submit-report': send })
  await afterRestart.flush({ 'submit-report': send })
  expect(send).toHaveBeenCalledTimes(1)
  expect(send.mock.calls[0]?.[1]).toEqual(['a.jpg'])
  expect(afterRestart.list()).toEqual([])
  expect(device.photos.size).toBe(0)
})

test('without network it stays queued and the rest is not tried on the dead line', async () => {
  const box = boxOn(phone())
  await box.enqueue(report)
  await box.enqueue(report)
  const send = jest.fn().mockRejectedValue(new Offline())
  await box.flush({ 'submit-report': send })
  expect(send).toHaveBeenCalledTimes(1)
  expect(box.list().map(entry => [entry.attempts, entry.refusal])).toEqual([
    [1, undefined],
    [0, undefined]
  ])
})

test('a refused one is kept with its reason and does not hold up the next', async () => {
  const box = boxOn(phone())
  await box.enqueue(report)
  await box.enqueue(report)
  const send = jest.fn().mockRejectedValueOnce(new Refused('outside-area', 'x')).mockResolvedValueOnce(undefined)
  await box.flush({ 'submit-report': send })
  expect(box.list().map(entry => entry.refusal?.code)).toEqual(['outside-area'])
})

test('two flushes at a time are one', async () => {
  const box = boxOn(phone())
  await box.enqueue(report)
  const send = jest.fn().mockResolvedValue(undefined)
  await Promise.all([box.flush({ 'submit-report': send }), box.flush({ 'submit-report': send })])
  expect(send).toHaveBeenCalledTimes(1)
})

test('an entry whose photo the phone has cleared asks for attention instead of going without it', async () => {
  const device = phone()
  const box = boxOn(device)
  await box.enqueue(report)
  device.photos.clear()
  const send = jest.fn()
  await box.flush({ 'submit-report': send })
  expect(send).not.toHaveBeenCalled()
  expect(box.list()[0]?.refusal?.code).toBe('not-found')
})

test('an entry of a kind nobody sends yet waits untouched', async () => {
  const box = boxOn(phone())
  await box.enqueue({ ...report, kind: 'rate-report' })
  await box.flush({})
  expect(box.list()).toHaveLength(1)
})
