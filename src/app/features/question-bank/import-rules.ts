import type { ImportFault } from '#contract/quizzes-exchange'

/** Endings of files that may hold questions. */
export const importExtensions = ['xlsx', 'csv', 'tsv', 'txt', 'gift'] as const
/** More are not shown at once: whoever mends a hundred finds the others the same way. */
export const FAULTS_SHOWN = 100

const LETTERS = 26
const A = 65

/** A, B, … Z, AA, as a spreadsheet names its columns from 1 on. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % LETTERS
  const before = Math.floor((column - 1) / LETTERS)
  return `${before > 0 ? columnLetters(before) : ''}${String.fromCharCode(A + rest)}`
}

const isTable = (fileName: string) => /\.(xlsx|csv|tsv)$/i.test(fileName)

/** Where in the file a fault is, as the program shows it that opens the file. */
export const placeWords = (fileName: string, { line, column }: Pick<ImportFault, 'line' | 'column'>) =>
  isTable(fileName) ? `第 ${line} 行 ${columnLetters(column)} 列` : `第 ${line} 行第 ${column} 个字`

export const countBadLines = (faults: readonly Pick<ImportFault, 'line'>[]) => new Set(faults.map(({ line }) => line)).size

/** Whether choosing one fact for the whole file would put something right. */
export const needsFact = (faults: readonly Pick<ImportFault, 'reason'>[]) => faults.some(({ reason }) => reason === 'fact-missing')
