import type { Answer, QuestionDraft } from '#contract/quiz-shapes'
import type { QuestionType } from '#contract/quiz-states'
import { answerFault, isRight, isSameAnswer, keyAsAnswer } from '#server/quizzes/learning/grade-rules'

const optionsOf = (...ids: string[]) => ids.map(optionId => ({ optionId, text: `选项 ${optionId}` }))
const draftOf = (type: QuestionType, more: Pick<QuestionDraft, 'key'> & Partial<QuestionDraft>): QuestionDraft => ({
  ...{ factIds: ['F001'], pool: 'practice', difficulty: 1, stem: '下面哪一项是对的？', explanation: '依据《某法》第一条，说明写在这里。' },
  type,
  ...more
})
const single = draftOf('single', { options: optionsOf('a', 'b', 'c'), key: { optionIds: ['b'] } })
const multiple = draftOf('multiple', { options: optionsOf('a', 'b', 'c', 'd'), key: { optionIds: ['a', 'c'] } })
const trueFalse = draftOf('true-false', { options: optionsOf('t', 'f'), key: { optionIds: ['f'] } })
const order = draftOf('order', { options: optionsOf('a', 'b', 'c'), key: { order: ['c', 'a', 'b'] } })
const bins = draftOf('bins', {
  options: optionsOf('a', 'b', 'c'),
  bins: [
    { binId: 'x', text: '厨余' },
    { binId: 'y', text: '其他' }
  ],
  key: { bins: { a: 'x', b: 'y', c: 'x' } }
})
const fill = draftOf('fill', { stem: '报警电话是____。', key: { texts: ['110', '一一零'] } })

const cases: [QuestionDraft, right: Answer[], wrong: Answer[]][] = [
  [single, [{ optionIds: ['b'] }], [{ optionIds: ['a'] }, { optionIds: ['c'] }]],
  [trueFalse, [{ optionIds: ['f'] }], [{ optionIds: ['t'] }]],
  [
    multiple,
    [{ optionIds: ['a', 'c'] }, { optionIds: ['c', 'a'] }],
    [{ optionIds: ['a'] }, { optionIds: ['a', 'b', 'c'] }, { optionIds: ['b', 'd'] }]
  ],
  [order, [{ order: ['c', 'a', 'b'] }], [{ order: ['a', 'b', 'c'] }, { order: ['b', 'a', 'c'] }]],
  [bins, [{ bins: { c: 'x', b: 'y', a: 'x' } }], [{ bins: { a: 'x', b: 'x', c: 'x' } }, { bins: { a: 'y', b: 'x', c: 'y' } }]],
  [fill, [{ text: '110' }, { text: ' １１０。' }, { text: '一一零' }], [{ text: '119' }, { text: '。' }, { text: '1100' }]]
]

test.each(cases.map(one => [one[0].type, ...one] as const))(
  '%s: the whole key is right, anything else is wrong',
  (_, draft, right, wrong) => {
    expect(right.map(answer => isRight(draft, answer))).toEqual(right.map(() => true))
    expect(wrong.map(answer => isRight(draft, answer))).toEqual(wrong.map(() => false))
    for (const answer of [...right, ...wrong]) expect(answerFault(draft, answer)).toBeUndefined()
  }
)

test('the key has the shape of an answer and is itself right, whatever the type', () => {
  for (const [draft] of cases) expect(isRight(draft, keyAsAnswer(draft))).toBe(true)
  expect(keyAsAnswer(fill)).toEqual({ text: '110' })
})

test('an answer in the shape of another type, or of other options, cannot be meant', () => {
  const answers: Answer[] = [{ optionIds: ['b'] }, { text: '110' }, { order: ['c', 'a', 'b'] }, { bins: { a: 'x', b: 'y', c: 'x' } }]
  const shapes = new Map<QuestionType, number>([
    ['single', 0],
    ['multiple', 0],
    ['true-false', 0],
    ['fill', 1],
    ['order', 2],
    ['bins', 3]
  ])
  for (const [draft] of cases)
    for (const [n, answer] of answers.entries())
      if (n !== shapes.get(draft.type)) {
        expect(answerFault(draft, answer)).toContain('answered by')
        expect(isRight(draft, answer)).toBe(false)
      }
  const misfits: [QuestionDraft, Answer][] = [
    [single, { optionIds: ['z'] }],
    [single, { optionIds: ['a', 'b'] }],
    [trueFalse, { optionIds: ['t', 'f'] }],
    [multiple, { optionIds: ['a', 'a'] }],
    [multiple, { optionIds: ['a', 'c', 'z'] }],
    [order, { order: ['c', 'a'] }],
    [order, { order: ['c', 'a', 'a'] }],
    [bins, { bins: { a: 'x', b: 'y' } }],
    [bins, { bins: { a: 'x', b: 'y', c: 'z' } }],
    [bins, { bins: { a: 'x', b: 'y', c: 'x', d: 'x' } }]
  ]
  for (const [draft, answer] of misfits)
    expect([draft.type, answer, answerFault(draft, answer)]).toEqual([draft.type, answer, expect.any(String)])
})

test('two answers are the same where they say the same, however they are written', () => {
  expect(isSameAnswer({ optionIds: ['a', 'c'] }, { optionIds: ['c', 'a'] })).toBe(true)
  expect(isSameAnswer({ text: '１１０' }, { text: '110。' })).toBe(true)
  expect(isSameAnswer({ bins: { a: 'x', b: 'y' } }, { bins: { b: 'y', a: 'x' } })).toBe(true)
  expect(isSameAnswer({ order: ['a', 'b'] }, { order: ['b', 'a'] })).toBe(false)
  expect(isSameAnswer({ optionIds: ['a', 'b'] }, { order: ['a', 'b'] })).toBe(false)
})
