import { answerOf, draftOf, emptyDraft, nextToPlace, placed, tapped, undone } from '#app/features/quizzes/answer-rules'

const options = ['a', 'b', 'c'].map(optionId => ({ optionId, text: optionId }))

test('of one right option a second tap takes the place of the first', () => {
  const draft = tapped('single', tapped('single', emptyDraft, 'a'), 'b')
  expect(answerOf({ type: 'single', options }, draft)).toEqual({ optionIds: ['b'] })
})

test('of several right options a second tap on the same one takes it back', () => {
  const draft = ['a', 'c', 'a'].reduce((made, optionId) => tapped('multiple', made, optionId), emptyDraft)
  expect(answerOf({ type: 'multiple', options }, draft)).toEqual({ optionIds: ['c'] })
})

test('an order is whole only with every option, and a tap on one already in it makes the rest move up', () => {
  const two = ['c', 'a'].reduce((made, optionId) => tapped('order', made, optionId), emptyDraft)
  expect(answerOf({ type: 'order', options }, two)).toBeUndefined()
  expect(answerOf({ type: 'order', options }, tapped('order', two, 'b'))).toEqual({ order: ['c', 'a', 'b'] })
  expect(tapped('order', two, 'c').optionIds).toEqual(['a'])
})

test('undo takes back the last tap of an order, and nothing where nothing was tapped', () => {
  expect(undone({ ...emptyDraft, optionIds: ['c', 'a'] }).optionIds).toEqual(['c'])
  expect(undone(emptyDraft).optionIds).toEqual([])
})

test('every option needs a bin, and the next one without is offered, going round', () => {
  const first = placed(emptyDraft, 'b', 'x')
  expect(nextToPlace({ options }, first, 'b')).toBe('c')
  const second = placed(first, 'c', 'y')
  expect(nextToPlace({ options }, second, 'c')).toBe('a')
  expect(answerOf({ type: 'bins', options }, second)).toBeUndefined()
  const all = placed(second, 'a', 'x')
  expect(nextToPlace({ options }, all, 'a')).toBeUndefined()
  expect(answerOf({ type: 'bins', options }, all)).toEqual({ bins: { a: 'x', b: 'x', c: 'y' } })
})

test('words count without the blanks around them, and blanks alone are no answer', () => {
  expect(answerOf({ type: 'fill' }, { ...emptyDraft, text: ' 60 ' })).toEqual({ text: '60' })
  expect(answerOf({ type: 'fill' }, { ...emptyDraft, text: '  ' })).toBeUndefined()
})

test('nothing tapped is no answer', () => {
  expect(answerOf({ type: 'multiple', options }, emptyDraft)).toBeUndefined()
})

test.each([{ optionIds: ['a', 'b'] }, { order: ['b', 'a'] }])('an answer of options is shown again as it was tapped', answer => {
  expect(draftOf(answer).optionIds).toEqual(Object.values(answer)[0])
})

test('words and bins are shown again as they were given', () => {
  expect(draftOf({ text: '六十' }).text).toBe('六十')
  expect(draftOf({ bins: { a: 'x' } }).bins).toEqual({ a: 'x' })
})
