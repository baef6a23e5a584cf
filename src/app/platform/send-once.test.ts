import { Offline, Refused } from '#app/platform/refused'
import { sendOnce } from '#app/platform/send-once'

const kept = new Map<string, unknown>()
jest.mock('#app/platform/storage', () => ({
  storage: { read: (name: string) => kept.get(name), write: (name: string, value: unknown) => kept.set(name, value) }
}))
jest.mock('#app/platform/outbox', () => {
  let count = 0
  return { newKey: (prefix: string) => `${prefix}-${++count}` }
})

const keys: string[] = []
const sending = (outcome: unknown) => (input: { idempotencyKey: string }) => {
  keys.push(input.idempotencyKey)
  return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
}
const send = (name: string, content: object, outcome: unknown = 'made') => sendOnce(name, content, sending(outcome)).catch(() => undefined)

beforeEach(() => {
  keys.length = 0
  kept.clear()
})

test('what was not answered goes again with its key, whatever the app did meanwhile; after an answer the next is another', async () => {
  await send('unit', { name: '一' }, new Offline())
  await send('reward', { name: '一' }, new Offline())
  await send('unit', { name: '一' }, new Refused('unexpected', ''))
  await send('unit', { name: '一' })
  await send('unit', { name: '一' })
  expect(keys[2]).toBe(keys[0])
  expect(keys[3]).toBe(keys[0])
  expect(new Set(keys).size).toBe(3)
})

test('other content is another intent, and a no of the server ends one', async () => {
  await send('unit', { name: '一' }, new Offline())
  await send('unit', { name: '二' }, new Refused('not-found', ''))
  await send('unit', { name: '二' })
  expect(new Set(keys).size).toBe(3)
})
