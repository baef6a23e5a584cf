import type { Attempt, Item, Locked } from '#contract/quiz-shapes'
import {
  isSameWay,
  itemIdAfter,
  nextItemId,
  placeOf,
  secondsLeft,
  stepOf,
  withReply,
  type SentAnswer
} from '#app/features/quizzes/attempt-rules'

const item = (itemId: string): Item => ({
  ...{ itemId, type: 'single', topic: '交通文明', stem: '红灯亮时可以走吗？', reason: 'due' },
  options: [
    { optionId: 'a', text: '可以' },
    { optionId: 'b', text: '不可以' }
  ]
})
const locked: Locked = {
  ...{ correct: true, key: { optionIds: ['b'] }, explanation: '红灯停。' },
  source: { law: '道路交通安全法', article: '第二十六条', statement: '红灯表示禁止通行。' }
}
const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  ...{ attemptId: 't1', mode: 'daily', state: 'in_progress', items: [item('i1'), item('i2'), item('i3')], answered: [] },
  ...more
})
const sent = (itemId: string): SentAnswer => ({ attemptId: 't1', itemId, answer: { optionIds: ['b'] } })

test('an attempt opens with the first item that has no answer, on this phone or another', () => {
  expect(stepOf(attempt(), [], undefined)).toMatchObject({ kind: 'ask', item: { itemId: 'i1' } })
  expect(stepOf(attempt(), [sent('i1')], undefined)).toMatchObject({ kind: 'ask', item: { itemId: 'i2' } })
})

test('the item stays on the screen while its answer is on its way, and is told once it is locked', () => {
  expect(stepOf(attempt(), [sent('i1')], 'i1')).toMatchObject({ kind: 'waits', answer: { optionIds: ['b'] } })
  const after = withReply(attempt(), sent('i1'), locked)
  expect(stepOf(after, [], 'i1')).toMatchObject({ kind: 'told', locked: { item: { itemId: 'i1' }, locked: { explanation: '红灯停。' } } })
  expect(nextItemId(after, [])).toBe('i2')
})

test('with every item answered and some not sent the attempt waits, and is over only when all are locked', () => {
  const last = attempt({ items: [item('i3')], answered: [{ item: item('i1'), locked }] })
  expect(stepOf(last, [sent('i3')], undefined)).toEqual({ kind: 'sending', count: 1 })
  expect(stepOf(withReply(last, sent('i3'), locked), [], undefined)).toEqual({ kind: 'over' })
})

test('the same reply twice counts once', () => {
  const once = withReply(attempt(), sent('i1'), locked)
  expect(withReply(once, sent('i1'), locked)).toBe(once)
})

test('the next item of a challenge joins with the reply and is no part of what was told', () => {
  const challenge = attempt({ mode: 'challenge', items: [item('i1')] })
  const after = withReply(challenge, sent('i1'), { ...locked, next: item('i2') })
  expect(after.items.map(({ itemId }) => itemId)).toEqual(['i2'])
  expect(after.answered[0]?.locked).toEqual(locked)
})

test('where nothing is told before the end an answer only leaves the list', () => {
  expect(withReply(attempt(), sent('i1'), { accepted: true })).toMatchObject({ items: [{ itemId: 'i2' }, { itemId: 'i3' }], answered: [] })
})

test('in a contest answers that were only accepted are counted, here and on another phone', () => {
  const contest = attempt({ mode: 'contest', answeredCount: 4 })
  expect(placeOf(contest, [sent('i1')], { kind: 'ask', item: item('i2') })).toEqual({ place: 6, total: 7 })
  const after = withReply(contest, sent('i1'), { accepted: true })
  expect(after.answeredCount).toBe(5)
  expect(placeOf(after, [], { kind: 'ask', item: item('i2') })).toEqual({ place: 6, total: 7 })
})

test('a question that is skipped comes again after the others', () => {
  expect(itemIdAfter(attempt(), [], 'i1')).toBe('i2')
  expect(itemIdAfter(attempt(), [sent('i2')], 'i1')).toBe('i3')
  expect(itemIdAfter(attempt(), [], 'i3')).toBe('i1')
  expect(itemIdAfter(attempt({ items: [item('i1')] }), [], 'i1')).toBeUndefined()
})

test('progress counts what is answered, sent or not, and the one being asked', () => {
  const one = withReply(attempt(), sent('i1'), locked)
  expect(placeOf(one, [], stepOf(one, [], 'i1'))).toEqual({ place: 1, total: 3 })
  expect(placeOf(one, [], stepOf(one, [], 'i2'))).toEqual({ place: 2, total: 3 })
  expect(placeOf(one, [sent('i2')], stepOf(one, [sent('i2')], 'i2'))).toEqual({ place: 2, total: 3 })
})

test('without network only an unfinished attempt of the same way goes on, never a challenge against the clock', () => {
  expect(isSameWay(attempt(), { mode: 'daily' })).toBe(true)
  expect(isSameWay(attempt({ mode: 'topic', topic: '交通文明' }), { mode: 'topic', topic: '志愿服务' })).toBe(false)
  expect(isSameWay(attempt({ state: 'submitted' }), { mode: 'daily' })).toBe(false)
  expect(isSameWay(attempt({ mode: 'challenge' }), { mode: 'challenge' })).toBe(false)
})

test('seconds are whole and end at zero', () => {
  const now = Date.parse('2026-11-22T02:00:00.000Z')
  expect(secondsLeft('2026-11-22T02:00:19.200Z', now)).toBe(20)
  expect(secondsLeft('2026-11-22T01:59:00.000Z', now)).toBe(0)
})
