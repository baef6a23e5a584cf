import type { Item } from '#contract/quiz-shapes'
import { draftOf } from '#app/features/quizzes/answer-rules'
import { answerWords, inKeyBins, inKeyOrder, keyWords, markOf } from '#app/features/quizzes/verdict-rules'

const item = (type: Item['type']): Item => ({
  ...{ itemId: 'i1', type, topic: '垃圾分类与环境', stem: '怎么放？', reason: 'new' },
  options: [
    { optionId: 'a', text: '电池' },
    { optionId: 'b', text: '果皮' },
    { optionId: 'c', text: '纸箱' }
  ],
  bins: [
    { binId: 'x', text: '有害垃圾' },
    { binId: 'y', text: '厨余垃圾' }
  ]
})

test('each option says whether it was taken rightly, left out, taken wrongly, or is beside the point', () => {
  const draft = draftOf({ optionIds: ['a', 'b'] })
  const key = { optionIds: ['a', 'c'] }
  expect(['a', 'b', 'c'].map(optionId => markOf(optionId, draft, { key }))).toEqual(['right', 'wrong', 'missed'])
  expect(markOf('b', draftOf({ optionIds: ['a'] }), { key })).toBe('plain')
})

test('an order is shown as it should be, with the place each was given', () => {
  const shown = inKeyOrder(item('order'), draftOf({ order: ['b', 'a', 'c'] }), { key: { order: ['a', 'b', 'c'] } })
  expect(shown.map(({ option, given, isRight }) => [option.text, given, isRight])).toEqual([
    ['电池', 2, false],
    ['果皮', 1, false],
    ['纸箱', 3, true]
  ])
})

test('a bin chosen wrongly stands beside the right one', () => {
  const shown = inKeyBins(item('bins'), draftOf({ bins: { a: 'x', b: 'x', c: 'y' } }), { key: { bins: { a: 'x', b: 'y', c: 'y' } } })
  expect(shown.map(({ bin, givenBin, isRight }) => [bin, givenBin, isRight])).toEqual([
    ['有害垃圾', undefined, true],
    ['厨余垃圾', '有害垃圾', false],
    ['厨余垃圾', undefined, true]
  ])
})

test('what is right fits in one line whatever the type', () => {
  expect(keyWords(item('multiple'), { key: { optionIds: ['c', 'a'] } })).toBe('纸箱、电池')
  expect(keyWords(item('order'), { key: { order: ['b', 'a', 'c'] } })).toBe('果皮 → 电池 → 纸箱')
  expect(keyWords(item('fill'), { key: { text: '六十' } })).toBe('六十')
  expect(keyWords(item('bins'), { key: { bins: { a: 'x', b: 'y', c: 'y' } } })).toBe('电池（有害垃圾）、果皮（厨余垃圾）、纸箱（厨余垃圾）')
})

test('where the time was over before there is no answer to tell', () => {
  expect(answerWords(item('single'), undefined)).toBeUndefined()
})
