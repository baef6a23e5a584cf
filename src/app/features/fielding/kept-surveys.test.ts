import { makeKeptSurveys } from '#app/features/fielding/kept-surveys'
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

const form = { title: '调查', items: [{ itemId: 'i1', stem: '题', options: [{ optionId: 'a', text: '甲' }] }] }

test('what was answered and where it stopped is there after the app is started again', () => {
  const store = phone()
  const surveys = makeKeptSurveys(store)
  surveys.begin('t1', form)
  surveys.choose('t1', 'i1', {})
  surveys.goTo('t1', 1)
  const again = makeKeptSurveys(store)
  again.begin('t1', form)
  expect(again.kept.get()).toEqual([{ token: 't1', ...form, choices: { i1: {} }, place: 1 }])
  again.goTo('t1', undefined)
  expect(again.kept.get()[0]).not.toHaveProperty('place')
})

test('of a survey that is over no answer is left, and only the last few are remembered', () => {
  const store = phone()
  const surveys = makeKeptSurveys(store)
  for (const token of ['t1', 't2', 't3', 't4', 't5']) surveys.begin(token, form)
  surveys.choose('t5', 'i1', { optionId: 'a' })
  surveys.end('t5', 'sent')
  expect(surveys.kept.get().map(one => one.token)).toEqual(['t5', 't4', 't3', 't2'])
  expect(JSON.stringify(store.read('surveys'))).not.toContain('"optionId":"a"},"')
  expect(surveys.kept.get()[0]).toEqual({ token: 't5', title: '', items: [], choices: {}, outcome: 'sent' })
})

test('a phone that is full still shows what it holds in hand', () => {
  const surveys = makeKeptSurveys({
    ...phone(),
    write: () => {
      throw new Error('full')
    }
  })
  surveys.begin('t1', form)
  expect(surveys.kept.get()).toHaveLength(1)
})
