import { addressOf, filterFrom, filterCount, questionOf, startFilter, type BankFilter } from '#app/features/question-bank/bank-filter-rules'
import { keepsBank } from '#app/features/question-bank/bank-role-rules'

const narrowed: BankFilter = { state: 'active', words: '斑马线', topic: '交通文明', type: 'single', pool: 'anchor', factId: 'F048' }

test('what waits for a review stands first', () => {
  expect(filterFrom({})).toEqual(startFilter)
  expect(questionOf(startFilter)).toEqual({ state: 'draft' })
  expect(addressOf(startFilter)).toEqual({})
})

test.each([narrowed, { ...startFilter, state: 'all' as const }])('an address shows the same list again', filter => {
  expect(filterFrom(addressOf(filter))).toEqual(filter)
})

test('every state is asked for by naming none, and blanks are no words', () => {
  expect(questionOf({ state: 'all', words: '  ' })).toEqual({})
})

test('what an address names and nobody knows is left out', () => {
  expect(filterFrom({ state: 'lost', type: 'essay', pool: 'x' })).toEqual(startFilter)
})

test('the button counts what hides behind it', () => {
  expect([startFilter, narrowed].map(filterCount)).toEqual([0, 4])
})

test('editors and admins keep the bank, nobody else', () => {
  expect((['editor', 'admin', 'organiser', 'reviewer'] as const).map(role => keepsBank([{ role }]))).toEqual([true, true, false, false])
})
