import type { Attempt } from '#contract/quiz-shapes'
import { makeKeptAttempts } from '#app/features/quizzes/kept-attempts'
import type { KeyValueStore } from '#app/platform/storage'

jest.mock('#app/platform/storage', () => ({ storage: { read: () => undefined } }))

function phone(): KeyValueStore {
  const kept = new Map<string, string>()
  return {
    read: <Value>(key: string) => (kept.has(key) ? (JSON.parse(kept.get(key)!) as Value) : undefined),
    write: (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: key => void kept.delete(key)
  }
}

const attempt = (attemptId: string): Attempt => ({
  ...{ attemptId, mode: 'daily', state: 'in_progress', answered: [] },
  items: [{ itemId: 'i1', type: 'fill', topic: '志愿服务', stem: '每年____月5日', reason: 'new' }]
})
const reply = { correct: true, key: { text: '3' }, explanation: '三月五日。', source: { law: 'x', article: 'y', statement: 'z' } }
const ids = (store: KeyValueStore) =>
  makeKeptAttempts(store)
    .kept.get()
    .map(one => one.attempt.attemptId)

test('what was locked is still there after the app is started again', () => {
  const store = phone()
  const box = makeKeptAttempts(store)
  box.keep('p1', attempt('t1'))
  box.lock({ attemptId: 't1', itemId: 'i1', answer: { text: '3' } }, reply)
  expect(makeKeptAttempts(store).kept.get()[0]?.attempt).toMatchObject({ items: [], answered: [{ answer: { text: '3' } }] })
})

test('the newest few are kept, and nothing of somebody who used the phone before', () => {
  const store = phone()
  const box = makeKeptAttempts(store)
  for (const attemptId of ['t1', 't2', 't3', 't4', 't5']) box.keep('p1', attempt(attemptId))
  expect(ids(store)).toEqual(['t5', 't4', 't3', 't2'])
  box.keep('p2', attempt('t6'))
  expect(ids(store)).toEqual(['t6'])
})

test('an attempt that is taken up anew is trusted again', () => {
  const box = makeKeptAttempts(phone())
  box.keep('p1', attempt('t1'))
  box.mistrust('t1')
  expect(box.kept.get()[0]?.doubts).toBe(1)
  box.keep('p1', attempt('t1'))
  expect(box.kept.get()[0]?.doubts).toBeUndefined()
})

test('a phone that is full still shows what it holds in hand', () => {
  const store = phone()
  const box = makeKeptAttempts({
    ...store,
    write: () => {
      throw new Error('full')
    }
  })
  box.keep('p1', attempt('t1'))
  expect(box.kept.get()).toHaveLength(1)
})
