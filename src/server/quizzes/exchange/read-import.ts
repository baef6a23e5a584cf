import { IMPORT_ROWS_MAX, IMPORT_VALUE_LENGTH } from '#contract/quizzes-exchange'
import type { DocumentContent } from '#server/files/document-content'
import { isAnswerLine, readAiken } from '#server/quizzes/exchange/aiken-rules'
import { readCsv } from '#server/quizzes/exchange/csv-table'
import { readGift } from '#server/quizzes/exchange/gift-rules'
import { isHead } from '#server/quizzes/exchange/question-column-rules'
import { faultAt, type ReadFile } from '#server/quizzes/exchange/read-question-rules'
import { HEAD_WITHIN_LINES, readQuestionTable } from '#server/quizzes/exchange/read-question-table'

/** As many faults as anybody reads; the rest are met when these are put right. */
const FAULTS_MAX = 1_000
const BRACE = /(?:^|[^\\])\{/

const separators = [',', '\t']
/** Whether a line names the columns of a table of questions. */
const isHeadLine = (line: string) =>
  separators.some(separator => line.includes(separator) && isHead(line.split(separator).map(cell => cell.replaceAll('"', ''))))

/** Reads the questions of an uploaded document; what a text is shows in its words, whatever its file was called. */
export function readImport(content: DocumentContent, factId: string | undefined): ReadFile {
  if (content.kind === 'table') return readQuestionTable(content.table, factId)
  const { text } = content
  const lines = text.split(/\r\n?|\n/).filter(line => line.trim() !== '')
  if (lines.slice(0, HEAD_WITHIN_LINES).some(isHeadLine)) return readQuestionTable(readCsv(text), factId)
  if (lines.some(isAnswerLine)) return readAiken(text, factId)
  if (BRACE.test(text)) return readGift(text, factId)
  const [first] = lines
  const faults = first === undefined ? [] : [faultAt({ line: 1, column: 1 }, 'format-unknown', first.trim().slice(0, IMPORT_VALUE_LENGTH))]
  return { rows: 0, questions: [], faults }
}

/** The same of what is kept of an upload. What is beyond an import's bounds is counted and not handed on. */
export function readStoredImport(content: Uint8Array, factId: string | undefined): ReadFile {
  const { rows, questions, faults } = readImport(JSON.parse(Buffer.from(content).toString()) as DocumentContent, factId)
  return { rows, questions: questions.slice(0, IMPORT_ROWS_MAX + 1), faults: faults.slice(0, FAULTS_MAX) }
}
