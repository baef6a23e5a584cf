import type ExcelJS from 'exceljs'

export type Cell = string | number | Sum | undefined
/** A sum over the rows above, with its result, so that readers that do not calculate show it too. */
export interface Sum {
  formula: string
  result: number
}

export interface Sheet {
  name: string
  /** Lines above the table. */
  title: readonly string[]
  /** `format` is how a spreadsheet shows numbers, e.g. `0.0%`. */
  columns: readonly { head: string; width: number; format?: string }[]
  rows: readonly (readonly Cell[])[]
  /** Below the table, in bold. */
  totals?: readonly Cell[]
}

/** Characters a spreadsheet begins a formula with, also once the sheet was saved as CSV and opened again (OWASP: CSV injection). */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** What XML 1.0 cannot say (2.2, Char): one such character makes a spreadsheet unreadable. Old rows may hold it; texts that come in do not. */
// eslint-disable-next-line no-control-regex -- control characters are exactly what this takes out
const NOT_IN_XML = /[\p{Cs}\ufffe\uffff\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu

/** Text people wrote stays text: as a string cell, with an apostrophe before what could be taken for a formula. */
export function safeText(written: string): string {
  const text = written.replace(NOT_IN_XML, '')
  return STARTS_FORMULA.test(text) ? `'${text}` : text
}

const cellOf = (cell: Cell) => (typeof cell === 'string' ? safeText(cell) : (cell ?? null))

/** `1` → `A`. */
export const columnName = (n: number): string =>
  (n > 26 ? columnName(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26))

/** The row the first line of the table stands in: title lines, an empty one, the head. */
export const firstRowOf = (sheet: Pick<Sheet, 'title'>) => sheet.title.length + 3

/** The sum of a column of the table. */
export function sumOf(sheet: Pick<Sheet, 'title'>, column: number, values: readonly number[]): Sum | number {
  const first = firstRowOf(sheet)
  const result = values.reduce((sum, value) => sum + value, 0)
  return values.length === 0
    ? 0
    : { formula: `SUM(${columnName(column)}${first}:${columnName(column)}${first + values.length - 1})`, result }
}

function addSheet(workbook: ExcelJS.Workbook, sheet: Sheet): void {
  const head = firstRowOf(sheet) - 1
  const page = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: head }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  })
  // A4 (ECMA-376, 18.3.1.63); the enum of the typings is not there at run time.
  Object.assign(page.pageSetup, { paperSize: 9 })
  page.columns = sheet.columns.map(({ width, format }) => ({ width, ...(format && { style: { numFmt: format } }) }))
  sheet.title.forEach((line, n) => {
    const row = page.addRow([safeText(line)])
    row.font = n === 0 ? { bold: true, size: 14 } : { color: { argb: 'FF57606A' } }
  })
  page.addRow([])
  const heads = page.addRow(sheet.columns.map(column => safeText(column.head)))
  heads.font = { bold: true }
  heads.border = { bottom: { style: 'thin', color: { argb: 'FF0A6E54' } } }
  for (const row of sheet.rows) page.addRow(row.map(cellOf))
  if (sheet.totals) page.addRow(sheet.totals.map(cellOf)).font = { bold: true }
}

/** An XLSX file. @param madeAt stands in its properties, so that the same content makes the same file. */
export async function writeWorkbook(sheets: readonly Sheet[], madeAt: Date): Promise<Buffer> {
  // Read when a first sheet is asked for: it would take a quarter of every start.
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  workbook.creator = '同创'
  workbook.created = madeAt
  workbook.modified = madeAt
  for (const sheet of sheets) addSheet(workbook, sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
