import { CsvError, parse } from 'csv-parse/sync'
import { DOCUMENT_COLUMNS_MAX } from '#contract/files'
import type { OddCell, Table, TableRow } from '#server/files/document-content'

interface ParsedLine {
  record: string[]
  info: { lines: number }
}

/** What separates the cells: a tab where the first line that says anything has one, else a comma. */
const delimiterOf = (text: string) => (text.trimStart().split('\n', 1)[0]?.includes('\t') ? '\t' : ',')

/** A spreadsheet would take such a cell for a formula; here nothing is ever worked out. */
const isFormula = (cell: string) => /^[=＝]/.test(cell.trimStart())

/** The line a record ends in is known; it begins as many earlier as it has line breaks. */
const breaksIn = (record: readonly string[]) => record.join('').split('\n').length - 1

/** Reads CSV (RFC 4180), comma or tab, with or without a byte order mark. A broken quote ends the reading and is named. */
export function readCsv(text: string): Table {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const rows: TableRow[] = []
  const odd: OddCell[] = []
  const onRecord = ({ record, info }: ParsedLine) => {
    const line = info.lines - breaksIn(record)
    const cells = record.slice(0, DOCUMENT_COLUMNS_MAX)
    if (record.slice(DOCUMENT_COLUMNS_MAX).some(cell => cell.trim() !== ''))
      odd.push({ line, column: DOCUMENT_COLUMNS_MAX + 1, reason: 'too-many-columns' })
    cells.forEach((cell, n) => {
      if (isFormula(cell)) odd.push({ line, column: n + 1, reason: 'formula', value: cell })
    })
    if (record.some(cell => cell.trim() !== '')) rows.push({ line, cells })
    return null
  }
  try {
    parse(plain, {
      ...{ delimiter: delimiterOf(plain), record_delimiter: '\n', relax_column_count: true, info: true },
      on_record: (parsed: unknown) => onRecord(parsed as ParsedLine)
    })
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const { lines, column } = fault as CsvError & { lines?: number; column?: number }
    odd.push({ line: lines ?? 1, column: (typeof column === 'number' ? column : 0) + 1, reason: 'quote-broken' })
  }
  return { rows, odd }
}

const quoted = (cell: string) => (/[",\n\r\t]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

/** Writes CSV that spreadsheets open as UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(cells => `${cells.map(quoted).join(',')}\r\n`).join('')}`
