import { questionMoves, questionStates } from '#contract/quiz-states'
import { actsOf, heldSentence, mayWrite } from '#app/features/question-bank/question-move-rules'

const standing = { isMine: false, isFactSuspended: false }

test.each(questionStates)(
  'who did not write a question in state %s is offered exactly the moves of the table, each with its own key',
  state => {
    const acts = actsOf({ state, ...standing })
    expect(acts.map(({ move }) => move)).toEqual(questionMoves.filter(move => move.from === state))
    expect(new Set(acts.map(({ key }) => key)).size).toBe(acts.length)
    expect(acts.every(({ word, key, sentence }) => word && /^[a-z]$/.test(key) && sentence)).toBe(true)
  }
)

test.each(questionStates)('the author of a question in state %s is offered nothing that wants a second person, and told why', state => {
  const acts = actsOf({ state, ...standing, isMine: true })
  expect(acts.some(({ move }) => move.needsSecond)).toBe(false)
  const isHeld = questionMoves.some(({ from, needsSecond }) => from === state && needsSecond)
  expect(heldSentence({ state, ...standing, isMine: true }) !== undefined).toBe(isHeld)
})

test('while a fact is suspended nothing that hangs on it is reviewed or opened, and that is told', () => {
  const held = { state: 'draft', isMine: false, isFactSuspended: true } as const
  expect(actsOf(held).map(({ move }) => move.to)).toEqual(['draft', 'retired'])
  expect(heldSentence(held)).toMatch(/知识点停用/)
  expect(actsOf({ ...held, state: 'active' }).map(({ move }) => move.to)).toEqual(['suspended', 'retired'])
})

test('who wrote a draft that went back is not told to wait for somebody else', () => {
  const returned = { at: '2026-11-22T08:00:00.000Z', note: '第二项也说得通，换一个' }
  expect(heldSentence({ state: 'draft', ...standing, isMine: true, returned })).toBeUndefined()
  expect(heldSentence({ state: 'draft', isMine: true, isFactSuspended: true, returned })).toMatch(/知识点停用/)
})

test('no act takes the key of changing the words, of a new one or of the list', () => {
  const keys = questionStates.flatMap(state => actsOf({ state, ...standing }).map(({ key }) => key))
  expect(keys.filter(key => 'enjk'.includes(key))).toEqual([])
})

test('a retired question is only looked at', () => {
  expect(questionStates.filter(state => !mayWrite({ state }))).toEqual(['retired'])
})
