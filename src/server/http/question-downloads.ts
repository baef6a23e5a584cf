import type { QuestionState } from '#contract/quiz-states'
import { writeWorkbook, safeText, type Sheet } from '#server/documents/workbook'
import type { SignedDocument } from '#server/documents/document-address'
import type { Product } from '#server/product'
import { writeCsv } from '#server/quizzes/exchange/csv-table'
import { listLeaving } from '#server/quizzes/exchange/exchange-store'
import { exampleRows, tableCells, tableHeads, templateTitle, writeGift } from '#server/quizzes/exchange/write-questions-rules'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'

/** Columns as wide as what people write in them. */
const widthOf = (head: string) => ({ 题干: 44, 解析: 60, 知识点: 12, 答案: 14 })[head] ?? (head.length > 2 ? 18 : 8)
const columns = tableHeads.map(head => ({ head, width: widthOf(head) }))

const sheet = (name: string, title: readonly string[], rows: readonly (readonly string[])[]): Sheet => ({ name, title, columns, rows })

/** As the cells of a workbook are kept from being formulas, so that a CSV that is opened in one is as well. */
const csvOf = (rows: readonly (readonly string[])[]) => Buffer.from(writeCsv([tableHeads, ...rows.map(row => row.map(safeText))]))

async function template(format: string, now: Date) {
  const fileName = `questions-template.${format}`
  if (format === 'csv') return { bytes: csvOf([]), type: CSV, fileName }
  const bytes = await writeWorkbook([sheet('题目', templateTitle, []), sheet('示例', ['示例：这一页不会导入'], exampleRows)], now)
  return { bytes, type: XLSX, fileName }
}

/** The bank, or a part of it, as a file; or an empty table to fill in. Undefined where the address names neither. */
export async function questionDownload({ database }: Product, { name, facts }: SignedDocument, now: Date) {
  const [, empty] = /^questions-template\.(xlsx|csv)$/.exec(name) ?? []
  if (empty) return template(empty, now)
  const [, format] = /^questions\.(xlsx|csv|gift)$/.exec(name) ?? []
  if (!format) return undefined
  const leaving = await listLeaving(database.reading, { topic: facts.topic, state: facts.state as QuestionState | undefined })
  if (format === 'gift')
    return { bytes: Buffer.from(writeGift(leaving)), type: 'text/plain; charset=utf-8', fileName: 'questions.gift.txt' }
  const rows = leaving.map(tableCells)
  if (format === 'csv') return { bytes: csvOf(rows), type: CSV, fileName: 'questions.csv' }
  return {
    bytes: await writeWorkbook([sheet('题目', ['题库导出', `共 ${rows.length} 题`], rows)], now),
    type: XLSX,
    fileName: 'questions.xlsx'
  }
}
