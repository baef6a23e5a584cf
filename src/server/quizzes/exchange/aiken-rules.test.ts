import { readAiken } from '#server/quizzes/exchange/aiken-rules'
import { faultsOfImport } from '#server/quizzes/exchange/import-check-rules'

const explanation = '停车让行是法定义务，行人先走。依据《道路交通安全法》第四十七条。'
const good = ['FACT: F049', '遇到行人过马路要怎么做？', 'A. 停车让行', 'B) 按喇叭', 'C、加速', 'ANSWER: A', `EXPLANATION: ${explanation}`]
const bank = { scopes: new Map([['F049', '国家']]), stems: new Set<string>() }
const told = (lines: readonly string[], factId?: string) =>
  faultsOfImport(readAiken(lines.join('\n'), factId), bank).map(({ line, column, reason }) => [line, column, reason])

test('a question in Aiken has its stem, lettered options, one answer, and its fact and explanation in lines of our own', () => {
  const { rows, questions, faults } = readAiken(good.join('\r\n'))
  expect([rows, faults]).toEqual([1, []])
  expect(questions[0]).toMatchObject({
    line: 2,
    draft: {
      ...{ factIds: ['F049'], type: 'single', pool: 'practice', stem: '遇到行人过马路要怎么做？', explanation, key: { optionIds: ['a'] } },
      options: [
        { optionId: 'a', text: '停车让行' },
        { optionId: 'b', text: '按喇叭' },
        { optionId: 'c', text: '加速' }
      ]
    }
  })
  expect(told(good)).toEqual([])
})

test('questions follow each other with or without an empty line, notes before or behind the answer', () => {
  const second = ['在路口应当先让谁走呢？', 'A. 行人', 'B. 汽车', 'C. 谁快谁先', 'ANSWER: a', `EXPLANATION: ${explanation}`, 'FACT: F049']
  for (const between of [[], [''], ['', '']]) expect(told([...good, ...between, ...second, ...between])).toEqual([])
  expect(told([...second, '', ...good])).toEqual([])
  expect(readAiken([...good, ...good].join('\n')).rows).toBe(2)
})

test('the fact of the whole file is taken where a question names none', () => {
  expect(told(good.slice(1), 'F049')).toEqual([])
  expect(told(good.slice(1))).toEqual([[1, 1, 'fact-missing']])
})

const replaced = (at: number, ...lines: string[]) => [...good.slice(0, at), ...lines, ...good.slice(at + 1)]
test.each([
  ['answer-line-missing', replaced(5), 6, 1],
  ['key-unreadable', replaced(5, 'ANSWER: A and B'), 6, 9],
  ['key-not-an-option', replaced(5, 'ANSWER: D'), 6, 9],
  ['key-missing', replaced(5, 'ANSWER:'), 6, 8],
  ['option-skipped', replaced(3), 3, 4],
  ['too-few-options', replaced(4), 3, 4],
  ['option-twice', replaced(4, 'C. 停车让行'), 5, 4],
  ['explanation-missing', replaced(6), 6, 1],
  ['fact-unknown', replaced(0, 'FACT: F999'), 1, 7],
  ['stem-length', replaced(1, '怎么做？'), 2, 1]
])('names %s by line and column', (reason, lines, line, column) => {
  expect(told(lines)).toEqual([[line, column, reason]])
})

test('a question whose answer is missing does not swallow the next one', () => {
  const stray = ['在路口应当先让谁走呢？', 'A. 行人', 'B. 汽车']
  const { rows, questions, faults } = readAiken([...stray, ...good.slice(1)].join('\n'), 'F049')
  expect([rows, questions.length]).toEqual([2, 1])
  expect(faults.map(fault => [fault.line, fault.reason])).toEqual([[4, 'answer-line-missing']])
})

test('letters of full width and a Chinese answer line are read as they are meant', () => {
  const read = readAiken(
    '遇到红灯应当怎么做？\nＡ．停下等候\nＢ．快速通过\nＣ．借道绕行\nＡＮＳＷＥＲ：Ａ\n\n公共场所可以吸烟吗？\nA. 可以\nB. 不可以\nC. 看情况\n答案：Ｂ。',
    'F001'
  )
  expect([read.faults, read.questions.map(one => one.draft.key)]).toEqual([[], [{ optionIds: ['a'] }, { optionIds: ['b'] }]])
})
