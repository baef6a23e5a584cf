import type { QuestionDraft } from '#contract/quiz-shapes'
import { changedWords, previewOptions, stemParts } from '#app/features/question-bank/question-preview-rules'

const draft: QuestionDraft = {
  ...{ factIds: ['F1'], type: 'order', pool: 'practice', difficulty: 1, stem: '按先后排一排。', explanation: '《消防法》第五条。' },
  options: ['b', 'c', 'a'].map(optionId => ({ optionId, text: optionId })),
  key: { order: ['a', 'b', 'c'] }
}

test('before the answer the preview tells nothing, an order stands as it is asked', () => {
  const shown = previewOptions(draft, false)
  expect(shown.map(({ optionId }) => optionId)).toEqual(['b', 'c', 'a'])
  expect(shown.every(option => !option.isRight && option.place === undefined && option.bin === undefined)).toBe(true)
})

test('with the key an order stands in order, and the right options are marked', () => {
  expect(previewOptions(draft, true).map(({ optionId, place }) => [optionId, place])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3]
  ])
  const single: QuestionDraft = { ...draft, type: 'single', key: { optionIds: ['c'] } }
  expect(previewOptions(single, true).flatMap(({ optionId, isRight }) => (isRight ? [optionId] : []))).toEqual(['c'])
})

test('the stem is told around its blank', () => {
  expect(stemParts('拨打____报火警。')).toEqual(['拨打', '报火警。'])
})

test('what a version changed is told in words, and the order of marks is no change', () => {
  const several: QuestionDraft = { ...draft, type: 'multiple', key: { optionIds: ['a', 'b'] } }
  expect(changedWords(several, { ...several, key: { optionIds: ['b', 'a'] } })).toEqual([])
  expect(changedWords(several, { ...several, stem: '选两个。', key: { optionIds: ['c', 'a'] } })).toEqual(['题干', '答案'])
})
