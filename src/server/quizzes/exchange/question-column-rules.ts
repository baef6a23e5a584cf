import type { QuestionPool, QuestionType } from '#contract/quiz-states'

/** The table in which questions travel: what each column is called. Columns a table has besides are left unread. */
export const columnHeads = {
  type: '题型',
  stem: '题干',
  ...{ option1: '选项A', option2: '选项B', option3: '选项C', option4: '选项D', option5: '选项E' },
  ...{ option6: '选项F', option7: '选项G', option8: '选项H', option9: '选项I' },
  key: '答案',
  explanation: '解析',
  fact: '知识点',
  difficulty: '难度',
  pool: '用途',
  ...{ bin1: '类别1', bin2: '类别2', bin3: '类别3', bin4: '类别4' }
} as const
export type ColumnName = keyof typeof columnHeads
export const columnNames = Object.keys(columnHeads) as ColumnName[]

export const optionColumns = columnNames.filter(name => name.startsWith('option'))
export const binColumns = columnNames.filter(name => name.startsWith('bin'))
/** What a desk adds to a head: 题型*, 题干（必填）. */
const NECESSITY = /\((?:必填|选填|必须|可选|可空|可不填|非必填)[^()]*\)|[*★:]/g

/** The column a head names, however wide it is written and whatever stands beside it. */
export function columnOf(head: string): ColumnName | undefined {
  const plain = head.normalize('NFKC').replace(/\s/g, '').replace(NECESSITY, '').toUpperCase()
  return columnNames.find(name => columnHeads[name] === plain)
}

/** Whether a row names the columns of a table of questions. */
export const isHead = (cells: readonly string[]) => cells.some(cell => ['type', 'stem'].includes(columnOf(cell) ?? ''))

/** Without these a table is none of questions; the fact may be given for the whole file. */
export const neededColumns: readonly ColumnName[] = ['type', 'stem', 'key', 'explanation']

export const typeWords: Record<QuestionType, string> = {
  single: '单选',
  multiple: '多选',
  'true-false': '判断',
  order: '排序',
  bins: '归类',
  fill: '填空'
}

export const poolWords: Record<QuestionPool, string> = { practice: '练习', anchor: '锚题' }

const keyOfWord = <K extends string>(words: Record<K, string>, word: string) => {
  const plain = word.replace(/题$/, '')
  return (Object.keys(words) as K[]).find(key => key === word.toLowerCase() || words[key] === word || words[key] === plain)
}

export const typeOfWord = (word: string) => keyOfWord(typeWords, word)
export const poolOfWord = (word: string) => keyOfWord(poolWords, word)
