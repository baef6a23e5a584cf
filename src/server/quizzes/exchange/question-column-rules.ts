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
