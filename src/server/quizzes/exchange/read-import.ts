import type { DocumentContent } from '#server/files/document-content'
import { readAiken } from '#server/quizzes/exchange/aiken-rules'
import { readCsv } from '#server/quizzes/exchange/csv-table'
import { readGift } from '#server/quizzes/exchange/gift-rules'
import { columnHeads } from '#server/quizzes/exchange/question-column-rules'
import { faultAt, type ReadFile } from '#server/quizzes/exchange/read-question-rules'
import { readQuestionTable } from '#server/quizzes/exchange/read-question-table'

const HEAD = new RegExp(
  `^[^\\n]*(${columnHeads.type}|${columnHeads.stem})[^\\n]*[,\\t]|[,\\t][^\\n]*(${columnHeads.type}|${columnHeads.stem})`
)
const AIKEN_ANSWER = /^\s*ANSWER\s*[:：]/im
const BRACE = /(^|[^\\]){/

/** Reads the questions of an uploaded document; what a text is shows in its words, whatever its file was called. */
export function readImport(content: DocumentContent, factId: string | undefined): ReadFile {
  if (content.kind === 'table') return readQuestionTable(content.table, factId)
  const { text } = content
  if (HEAD.test(text.trimStart())) return readQuestionTable(readCsv(text), factId)
  if (AIKEN_ANSWER.test(text)) return readAiken(text, factId)
  if (BRACE.test(text)) return readGift(text, factId)
  const isEmpty = text.trim() === ''
  return { rows: 0, questions: [], faults: isEmpty ? [] : [faultAt({ line: 1, column: 1 }, 'format-unknown', text.trim().split('\n')[0])] }
}
