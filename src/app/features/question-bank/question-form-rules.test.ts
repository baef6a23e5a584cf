import type { QuestionDraft } from '#contract/quiz-shapes'
import { questionTypes } from '#contract/quiz-states'
import {
  draftOf,
  formFrom,
  moved,
  newForm,
  plainAnswer,
  shownOptions,
  withBlank,
  withMark,
  withOption,
  withType,
  type QuestionForm
} from '#app/features/question-bank/question-form-rules'

const fact = { factId: 'F048', statement: '遇行人正在通过应当停车让行。', law: '道路交通安全法', article: '第四十七条', topic: '交通文明' }
const form: QuestionForm = {
  ...newForm(),
  stem: '  开车来到斑马线前，有行人正在通过。应当怎么做？ ',
  facts: [fact],
  options: ['加速通过', '鸣喇叭', '停车让行', '绕行'].map((text, place) => ({ optionId: 'abcd'[place]!, text, isRight: place === 2 })),
  explanation: '《道路交通安全法》第四十七条规定，遇行人正在通过应当停车让行。'
}
const detail = (draft: QuestionDraft) => ({
  draft,
  topic: fact.topic,
  source: { law: fact.law, article: fact.article, statement: fact.statement }
})

test('what is sent names the marked option as the key, without blanks around words', () => {
  expect(draftOf(form)).toMatchObject({
    stem: '开车来到斑马线前，有行人正在通过。应当怎么做？',
    key: { optionIds: ['c'] },
    factIds: ['F048']
  })
  expect(draftOf(form)).not.toHaveProperty('bins')
})

const bins = form.bins.map((bin, place) => ({ ...bin, text: `第 ${place} 格` }))
const inBins = form.options.map((option, place) => ({ ...option, isRight: false, binId: bins[place % 2]!.binId }))
const written: Record<string, QuestionForm> = {
  single: form,
  multiple: { ...form, type: 'multiple', options: form.options.map((option, place) => ({ ...option, isRight: place < 2 })) },
  'true-false': withMark(withType(form, 'true-false'), 'f'),
  order: { ...form, type: 'order' },
  bins: { ...form, type: 'bins', bins, options: inBins },
  fill: { ...form, type: 'fill', stem: '拨打____报火警。', texts: ['119'] }
}

test.each(questionTypes)('a question of type %s that is read again and saved says the same', type => {
  const draft = draftOf(written[type]!)
  expect(draft.type).toBe(type)
  expect(draftOf(formFrom(detail(draft)))).toEqual(draft)
})

test('an order is never sent standing in its right order, and stands so again in the form', () => {
  const draft = draftOf(written.order!)
  expect(draft.key).toEqual({ order: ['a', 'b', 'c', 'd'] })
  expect(draft.options?.map(({ optionId }) => optionId)).not.toEqual(['a', 'b', 'c', 'd'])
  expect(formFrom(detail(draft)).options.map(({ optionId }) => optionId)).toEqual(['a', 'b', 'c', 'd'])
})

test('an option placed in a bin that was taken away is in none', () => {
  const draft = draftOf({ ...written.bins!, bins: bins.slice(0, 1) })
  expect(draft.key).toEqual({ bins: { a: bins[0]!.binId, c: bins[0]!.binId } })
})

test('one mark takes the place of the other, except where several may be right', () => {
  const right = (made: QuestionForm) => shownOptions(made).flatMap(({ optionId, isRight }) => (isRight ? [optionId] : []))
  expect(right(withMark(form, 'a'))).toEqual(['a'])
  expect(right(withMark({ ...form, type: 'multiple' }, 'a'))).toEqual(['a', 'c'])
  expect(right(withMark(withMark(withType(form, 'true-false'), 't'), 'f'))).toEqual(['f'])
})

test('going to true or false and back keeps the options as they were written', () => {
  const back = withType(withType(form, 'true-false'), 'single')
  expect(back.options.map(({ text }) => text)).toEqual(form.options.map(({ text }) => text))
})

test('of several marks only the first stays where one may be right', () => {
  const back = withType(written.multiple!, 'single')
  expect(back.options.map(({ isRight }) => isRight)).toEqual([true, false, false, false])
})

test('a new option gets a letter that is free', () => {
  expect(withOption(form.options.filter(({ optionId }) => optionId !== 'b')).map(({ optionId }) => optionId)).toEqual(['a', 'c', 'd', 'b'])
})

test('moving swaps neighbours and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
})

test.each([
  [' 119 ', '119'],
  ['１１９。', '119'],
  ['2.5', '2.5'],
  ['Ａ Ｂ、c', 'abc']
])('the answer %j is kept as it is compared', (text, plain) => {
  expect(plainAnswer(text)).toBe(plain)
})

test('a stem has one blank, however often it is asked for', () => {
  expect(withBlank(withBlank('拨打'))).toBe('拨打____')
})
