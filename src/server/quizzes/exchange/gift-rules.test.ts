import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import type { QuestionDraft } from '#contract/quiz-shapes'
import { parseQuestionFile } from '#server/quizzes/bank/question-file-rules'
import { readGift } from '#server/quizzes/exchange/gift-rules'
import { faultsOfImport } from '#server/quizzes/exchange/import-check-rules'
import { writeGift } from '#server/quizzes/exchange/write-questions-rules'

const explanation = '停车让行是法定义务，行人先走。依据《道路交通安全法》第四十七条。'
const bank = { scopes: new Map([['F049', '国家']]), stems: new Set<string>() }
const read = (...lines: string[]) => readGift(lines.join('\n'), 'F049')
const only = (...lines: string[]) => {
  const { rows, questions, faults } = read(...lines)
  expect([rows, questions.length, faults]).toEqual([1, 1, []])
  return questions[0]!.draft
}

describe('GIFT', () => {
  test('has single questions, with title, markup, comments and category', () => {
    const text = [
      '// fact: F050',
      '$CATEGORY: 交通',
      '',
      '// difficulty: 3',
      '::T1::[html]遇到行人过马路要怎么做？ {',
      '=停车让行#好 ~按喇叭',
      '~加速',
      `####${explanation}`,
      '}'
    ]
    expect(only(...text)).toEqual({
      ...{ factIds: ['F050'], type: 'single', pool: 'practice', difficulty: 3, stem: '遇到行人过马路要怎么做？', explanation },
      options: [
        { optionId: 'a', text: '停车让行' },
        { optionId: 'b', text: '按喇叭' },
        { optionId: 'c', text: '加速' }
      ],
      key: { optionIds: ['a'] }
    })
  })

  test('has several right answers by their weights, above zero is right', () => {
    const { type, key } = only('哪些是对的？{~%50%一 ~%-100%二 ~%50%三 ~四}')
    expect([type, key]).toEqual(['multiple', { optionIds: ['a', 'c'] }])
  })

  test.each([
    ['T', 't'],
    ['TRUE#feedback', 't'],
    ['F', 'f'],
    [' false ', 'f']
  ])('has true or false as {%s}', (answer, right) => {
    const { type, key, options } = only(`行人优先。{${answer}}`)
    expect([type, key, options]).toEqual([
      'true-false',
      { optionIds: [right] },
      [
        { optionId: 't', text: '对' },
        { optionId: 'f', text: '不对' }
      ]
    ])
  })

  test('has short answers, in the middle of a sentence too', () => {
    expect(only('不让行一次记____分。{=3 =三}')).toMatchObject({ type: 'fill', stem: '不让行一次记____分。', key: { texts: ['3', '三'] } })
    expect(only('不让行一次记{=3}分。')).toMatchObject({ type: 'fill', stem: '不让行一次记____分。' })
  })

  test('says what is escaped as it is', () => {
    expect(only('a\\=b\\{c\\}\\:\\#\\~\\\\ 是什么？{=一\\=二 ~三\\~四}')).toMatchObject({
      stem: 'a=b{c}:#~\\ 是什么？',
      options: [{ text: '一=二' }, { text: '三~四' }]
    })
  })

  const faulty: [string, string, number, number][] = [
    ['matching-not-possible', '配对。{=猫 -> 鱼 =狗 -> 骨头}', 1, 6],
    ['numerical-not-possible', '一次记几分？{#3:0}', 1, 8],
    ['essay-not-possible', '谈谈看法。{}', 1, 7],
    ['description-not-possible', '只是一段说明。', 1, 1],
    ['weight-not-possible', '哪个对？{=一 ~%50%二}', 1, 14],
    ['weight-not-possible', '记____分。{=%50%三}', 1, 14],
    ['brace-open', '哪个对？{=一 ~二', 1, 5],
    ['brace-open', '哪个对？}', 1, 5],
    ['answers-twice', '哪个{=一}对？{=二}', 1, 9],
    ['answer-mark-missing', '哪个对？{一 ~二}', 1, 6],
    ['too-many-options', `哪个对？\n{=一\n${Array.from({ length: 10 }, () => '~二').join('\n')}}`, 12, 2],
    ['difficulty-unknown', '// difficulty: 9\n对吗？{T}', 1, 16],
    ['pool-unknown', '//pool: 考场\n对吗？{T}', 1, 9]
  ]
  test.each(faulty)('names %s in %j', (reason, text, line, column) => {
    const { rows, questions, faults } = read(...`前面一题好吗？{T}\n\n${text}`.split('\n'))
    expect([rows, questions.length]).toEqual([2, 1])
    expect(faults.map(fault => [fault.reason, fault.line, fault.column])).toEqual([[reason, line + 2, column]])
  })

  test('names what is wrong with a question where that part of it stands', () => {
    const text = ['// fact: F999', '遇到行人过马路要怎么做？{', '  ~停车让行', '  =加速通过', '}']
    expect(faultsOfImport(read(...text), bank).map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [1, 10, 'fact-unknown'],
      [3, 4, 'too-few-options'],
      [5, 1, 'explanation-missing']
    ])
  })
})

/** What GIFT can say, its options lettered as an import letters them. */
const sayable = readdirSync('content/questions')
  .flatMap(name => parseQuestionFile(readFileSync(`content/questions/${name}`, 'utf8'), name))
  .map(({ questionId, state: _, ...draft }) => ({ questionId, draft: draft }))
const isSayable = ({ draft }: { draft: QuestionDraft }) => !['order', 'bins'].includes(draft.type)

test('the shipped bank that goes out as GIFT comes in again as it was; what GIFT cannot say is named in it', () => {
  const gift = writeGift(sayable)
  const { questions, faults } = readGift(gift)
  expect(faults).toEqual([])
  expect(questions.map(question => question.draft)).toEqual(sayable.filter(isSayable).map(({ draft }) => draft))
  const leftOut = sayable.filter(each => !isSayable(each))
  expect(leftOut.length).toBeGreaterThan(20)
  for (const { questionId } of leftOut) expect(gift).toMatch(new RegExp(`^// 未导出.*${questionId} `, 'm'))
})

test('words of any kind go out and come in again', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(each => each.replace(/\r/g, '').trim() || '字')
  fc.assert(
    fc.property(
      fc.record({ stem: text, explanation: text, texts: fc.array(text, { minLength: 3, maxLength: 5 }) }),
      ({ stem, explanation, texts }) => {
        const options = texts.map((each, n) => ({ optionId: 'abcde'[n]!, text: each }))
        const draft: QuestionDraft = {
          ...{ factIds: ['F049'], type: 'single', pool: 'anchor', difficulty: 2, stem, explanation, options },
          key: { optionIds: ['b'] }
        }
        expect(readGift(writeGift([{ questionId: 'any', draft }])).questions.map(question => question.draft)).toEqual([draft])
      }
    )
  )
})
