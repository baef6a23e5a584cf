import type ExcelJS from 'exceljs'
import { DOCUMENT_COLUMNS_MAX } from '#contract/files'
import type { OddCell, Table, TableRow } from '#server/files/document-content'
import { knowChineseFormats, shownNumber } from '#server/files/shown-number'
import { unzip, ZipRefused } from '#server/files/zip-parts'

/** These bytes are no workbook that can be read safely, or too much of one. */
export class WorkbookRefused extends Error {
  constructor(
    readonly reason: 'broken' | 'too-large',
    options?: ErrorOptions
  ) {
    super(`Workbook refused: ${reason}`, options)
    this.name = 'WorkbookRefused'
  }
}

const UNZIPPED_BYTES_MAX = 24 * 1024 * 1024
const ENTRIES_MAX = 200
/** The reader makes an object of every cell of a merged range, whatever stands in it. */
const MERGED_CELLS_MAX = 200_000
/** Cells with or without anything in them; two thousand questions fill fifty thousand. */
const CELLS_MAX = 200_000
/** The last row a spreadsheet has. */
const ROW_MAX = 1_048_576
/** More than an import ever takes; the rest of a long table is not even kept. */
const ROWS_KEPT = 12_000
const CELL_LENGTH_MAX = 2_000
/** Parts of a sheet that say nothing about its cells; some of them would be spread over a million cells. */
const unread = [
  'cols',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'extLst',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts'
]

const columnNumber = (letters: string) => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** How many cells the merged ranges of a sheet cover; a range that is written in any unusual way is not trusted. */
function cellsMerged(sheet: string): number {
  let sum = 0
  for (const [tag] of sheet.matchAll(/<mergeCell\s[^>]*/g)) {
    const [, left, top, right = left, bottom = top] = /\sref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"/.exec(tag) ?? []
    if (!left || !right) throw new WorkbookRefused('broken')
    sum += (Math.abs(columnNumber(right) - columnNumber(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1)
  }
  return sum
}

/** How often one of the tags stands in a part, counted up to a limit. */
function countTags(part: Buffer, tags: readonly string[], limit: number): number {
  let count = 0
  for (const tag of tags) for (let at = part.indexOf(tag); at >= 0 && count <= limit; at = part.indexOf(tag, at + tag.length)) count += 1
  return count
}

/** Judges a workbook by its parts before the reader sees it. */
function judge(bytes: Buffer): void {
  const parts = unzip(bytes, { bytesMax: UNZIPPED_BYTES_MAX, entriesMax: ENTRIES_MAX })
  if (!parts.has('xl/workbook.xml') || [...parts.keys()].some(name => name.toLowerCase().endsWith('vbaproject.bin')))
    throw new WorkbookRefused('broken')
  for (const [name, part] of parts) {
    if (!name.endsWith('.xml')) continue
    if (countTags(part, ['<c', '<row', '<si'], CELLS_MAX) > CELLS_MAX) throw new WorkbookRefused('too-large')
    if (cellsMerged(part.toString()) > MERGED_CELLS_MAX) throw new WorkbookRefused('too-large')
  }
}

/** The reader makes an object of every cell a name stands for, be it the whole sheet; names are of no use here. */
const forgetNames = (book: ExcelJS.Workbook) => Object.defineProperty(book.definedNames, 'model', { get: () => [], set: () => undefined })

function textOf({ value, text }: ExcelJS.Cell): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' && 'richText' in value ? value.richText.map(part => part.text).join('') : text
}

/** What a cell shows, cut to a length nobody writes; undefined where a number has a form that is not understood. */
function shownIn(cell: ExcelJS.Cell): string | undefined {
  const { value, numFmt } = cell as { value: unknown; numFmt?: string }
  const isNumber = typeof value === 'number' || typeof value === 'boolean' || value instanceof Date
  return (isNumber ? shownNumber(value, numFmt) : textOf(cell))?.slice(0, CELL_LENGTH_MAX)
}

function oddReasonOf(cell: ExcelJS.Cell): OddCell['reason'] | undefined {
  const { value } = cell
  if (cell.isMerged) return cell.master === cell ? undefined : 'cell-merged'
  if (typeof value !== 'object' || value === null) return undefined
  if ('formula' in value || 'sharedFormula' in value) return 'formula'
  return 'error' in value ? 'cell-unreadable' : undefined
}

const formulaOf = ({ value }: ExcelJS.Cell) =>
  typeof value === 'object' && value !== null && 'formula' in value && typeof value.formula === 'string'
    ? { value: `=${value.formula}` }
    : {}

function readRow(row: ExcelJS.Row, odd: OddCell[]): TableRow {
  const cells: string[] = []
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    const place = { line: row.number, column }
    const reason = oddReasonOf(cell)
    const shown = reason ? undefined : shownIn(cell)
    if (column > DOCUMENT_COLUMNS_MAX) odd.push({ ...place, reason: 'too-many-columns' })
    else if (shown === undefined) odd.push({ ...place, reason: reason ?? 'number-format-unknown', ...formulaOf(cell) })
    else cells[column - 1] = shown
  })
  return { line: row.number, cells: Array.from(cells, (cell: string | undefined) => cell ?? '') }
}

/**
 * The cells of the first sheet of an XLSX file, as they show. Formulas, merged cells and errors are named; nothing is worked out.
 * @throws WorkbookRefused
 */
export async function readWorkbook(bytes: Buffer): Promise<Table> {
  const { default: Excel } = await import('exceljs')
  knowChineseFormats()
  try {
    judge(bytes)
    const book = new Excel.Workbook()
    forgetNames(book)
    await book.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: unread })
    const sheet = book.worksheets[0]
    if (sheet && sheet.rowCount > ROW_MAX) throw new WorkbookRefused('broken')
    const [rows, odd]: [TableRow[], OddCell[]] = [[], []]
    sheet?.eachRow({ includeEmpty: false }, row => {
      if (rows.length < ROWS_KEPT) rows.push(readRow(row, odd))
    })
    const oddLines = new Set(odd.map(cell => cell.line))
    return { rows: rows.filter(row => oddLines.has(row.line) || row.cells.some(cell => cell.trim() !== '')), odd }
  } catch (cause) {
    if (cause instanceof WorkbookRefused) throw cause
    throw new WorkbookRefused(cause instanceof ZipRefused ? cause.reason : 'broken', { cause })
  }
}
