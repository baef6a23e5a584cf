import { questionStates, type QuestionState } from '#contract/quiz-states'
import { whyNotMoved } from '#server/quizzes/bank/question-move-rules'

const question = (state: QuestionState, changes: { authorId?: string | null; isFactSuspended?: boolean } = {}) => ({
  ...{ state, authorId: 'author', isFactSuspended: false },
  ...changes
})
const note = '写明原因'

test('a draft is reviewed by anybody but its author; what came with the product by anybody', () => {
  expect(whyNotMoved({ question: question('draft'), to: 'reviewed', moverId: 'author', note })).toBe('same-person')
  expect(whyNotMoved({ question: question('draft'), to: 'reviewed', moverId: 'other', note: undefined })).toBeUndefined()
  expect(whyNotMoved({ question: question('draft', { authorId: null }), to: 'reviewed', moverId: 'author', note })).toBeUndefined()
})

test('nobody hands a draft back to themselves: whoever wrote it changes it', () => {
  expect(whyNotMoved({ question: question('draft'), to: 'draft', moverId: 'author', note })).toBe('same-person')
  expect(whyNotMoved({ question: question('draft', { isFactSuspended: true }), to: 'draft', moverId: 'other', note })).toBeUndefined()
})

test('what stops or ends a question, or opens it again, is explained', () => {
  const needing: [QuestionState, QuestionState][] = [
    ['draft', 'draft'],
    ['draft', 'retired'],
    ['reviewed', 'draft'],
    ['active', 'suspended'],
    ['active', 'retired'],
    ['suspended', 'active'],
    ['suspended', 'retired']
  ]
  for (const [from, to] of needing) {
    expect([from, to, whyNotMoved({ question: question(from), to, moverId: 'other', note: undefined })]).toEqual([from, to, 'note-needed'])
    expect([from, to, whyNotMoved({ question: question(from), to, moverId: 'other', note })]).toEqual([from, to, undefined])
  }
})

test('while one of its facts is suspended, a question is neither reviewed nor opened, but may be stopped and retired', () => {
  const stopped = (from: QuestionState, to: QuestionState) =>
    whyNotMoved({ question: question(from, { isFactSuspended: true }), to, moverId: 'other', note })
  expect(stopped('draft', 'reviewed')).toBe('move-not-allowed')
  expect(stopped('reviewed', 'active')).toBe('move-not-allowed')
  expect(stopped('suspended', 'active')).toBe('move-not-allowed')
  expect(stopped('active', 'suspended')).toBeUndefined()
  expect(stopped('active', 'retired')).toBeUndefined()
  expect(stopped('reviewed', 'draft')).toBeUndefined()
})

test('a retired question goes nowhere, and nothing skips the review', () => {
  for (const to of questionStates)
    expect(whyNotMoved({ question: question('retired'), to, moverId: 'other', note })).toBe('move-not-allowed')
  expect(whyNotMoved({ question: question('draft'), to: 'active', moverId: 'other', note })).toBe('move-not-allowed')
})
