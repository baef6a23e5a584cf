import type { QuestionDraft } from '#contract/quiz-shapes'
import { escaped } from '#server/quizzes/exchange/gift-blocks-rules'
import {
  binColumns,
  columnHeads,
  columnNames,
  optionColumns,
  poolWords,
  typeWords,
  type ColumnName
} from '#server/quizzes/exchange/question-column-rules'

/** A question as it leaves the bank. */
export interface LeavingQuestion {
  questionId: string
  draft: QuestionDraft
}

/** What the columns are called, in their order. */
export const tableHeads = columnNames.map(name => columnHeads[name])

const letter = (n: number) => String.fromCharCode(65 + n)

/** The key as `read-question-table.ts` reads it, by the letters and numbers of the columns. */
function keyText({ type, key, options = [], bins = [] }: QuestionDraft): string {
  const letterOf = (optionId: string) => letter(options.findIndex(option => option.optionId === optionId))
  if ('texts' in key) return key.texts.join('|')
  if ('order' in key) return key.order.map(letterOf).join('')
  if ('bins' in key)
    return options.map((option, n) => `${letter(n)}${bins.findIndex(bin => bin.binId === key.bins[option.optionId]) + 1}`).join(' ')
  if (type === 'true-false' && key.optionIds.length === 1)
    return options.findIndex(option => option.optionId === key.optionIds[0]) === 0 ? '对' : '不对'
  return key.optionIds.map(letterOf).sort().join('')
}

/** One question as a line of the table. */
export function tableCells({ draft }: LeavingQuestion): string[] {
  const { options = [], bins = [] } = draft
  const cells: Partial<Record<ColumnName, string>> = {
    ...{ type: typeWords[draft.type], stem: draft.stem, key: keyText(draft), explanation: draft.explanation },
    ...{ fact: draft.factIds.join(','), difficulty: String(draft.difficulty), pool: poolWords[draft.pool] }
  }
  options.forEach(({ text }, n) => (cells[optionColumns[n] ?? 'option9'] = text))
  bins.forEach(({ text }, n) => (cells[binColumns[n] ?? 'bin4'] = text))
  return columnNames.map(name => cells[name] ?? '')
}

/** As much as shares of a hundred need, and not more: 33.33333, 50. */
const share = (count: number) => String(Number((100 / count).toFixed(5)))

function giftAnswers({ type, key, options = [] }: QuestionDraft): string[] | undefined {
  if ('texts' in key) return key.texts.map(text => `=${escaped(text)}`)
  if (!('optionIds' in key)) return undefined
  const right = key.optionIds
  if (type === 'true-false') return [options[0]?.optionId === right[0] ? 'TRUE' : 'FALSE']
  const wrong = share(options.length - right.length)
  return options.map(({ optionId, text }) => {
    const isRight = right.includes(optionId)
    if (type === 'single') return `${isRight ? '=' : '~'}${escaped(text)}`
    return `~%${isRight ? share(right.length) : `-${wrong}`}%${escaped(text)}`
  })
}

/** The names of what GIFT has no way to say stand in a comment, so that nothing is left out in silence. */
function giftBlock({ questionId, draft }: LeavingQuestion): string {
  const answers = giftAnswers(draft)
  if (!answers) return `// 未导出（GIFT 写不了${typeWords[draft.type]}题）：${questionId} ${draft.stem.replace(/\s+/g, ' ')}\n`
  return [
    ...[`// fact: ${draft.factIds.join(', ')}`, `// difficulty: ${draft.difficulty}`, `// pool: ${draft.pool}`],
    `::${escaped(questionId)}::${escaped(draft.stem)} {`,
    ...answers.map(answer => `  ${answer}`),
    `  ####${escaped(draft.explanation)}`,
    '}\n'
  ].join('\n')
}

/** All questions GIFT can say: single, multiple, true or false, and words. */
export const writeGift = (questions: readonly LeavingQuestion[]): string => questions.map(giftBlock).join('\n')

export const templateTitle = [
  '题目导入模板',
  `题型：${Object.values(typeWords).join('、')}。一行一题；带“题型”的一行是表头，不要改，也不要合并单元格或写公式。`,
  '答案：单选写 B，多选写 ACD，判断写 对 或 不对，排序按先后写 CAB，归类写 A1 B2 C1（数字是第几个类别），填空写答案，几种写法用 | 隔开。',
  '填空的题干用四个下划线 ____ 表示空格。解析要写明《法律名称》第几条。知识点写编号，如 F049；难度写 1、2 或 3；用途写 练习 或 锚题。'
]

const example: QuestionDraft = {
  ...{ factIds: ['F049'], type: 'single', pool: 'practice', difficulty: 1 },
  stem: '开车经过人行横道不按规定让行，一次记几分？',
  options: ['1分', '3分', '6分', '9分'].map((text, n) => ({ optionId: letter(n).toLowerCase(), text })),
  key: { optionIds: ['b'] },
  explanation: '斑马线前减速停车，是把安全让给行人；不按规定让行一次记3分。依据《道路交通安全违法行为记分管理办法》第十一条。'
}
const exampleFill: QuestionDraft = {
  ...{ factIds: ['F049'], type: 'fill', pool: 'practice', difficulty: 2 },
  stem: '开车经过人行横道不按规定让行，一次记____分。',
  key: { texts: ['3', '三'] },
  explanation: '斑马线前减速停车，是把安全让给行人；不按规定让行一次记3分。依据《道路交通安全违法行为记分管理办法》第十一条。'
}

/** Lines of the page of examples that comes with an empty table. */
export const exampleRows = [example, exampleFill].map(draft => tableCells({ questionId: '', draft }))
