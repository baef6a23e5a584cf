/** A line of a table as it was read; `line` and the position in `cells` count as the editor's program shows them. */
export interface TableRow {
  line: number
  /** From column 1 on; empty where there is nothing. */
  cells: readonly string[]
}

export type OddCellReason = 'formula' | 'cell-merged' | 'cell-unreadable' | 'number-format-unknown' | 'quote-broken' | 'too-many-columns'

/** A cell that was not read as text, and why. */
export interface OddCell {
  line: number
  column: number
  reason: OddCellReason
  value?: string
}

export interface Table {
  rows: readonly TableRow[]
  odd: readonly OddCell[]
}

/** What is kept of an uploaded document: the text of a text, the cells of a workbook; no styles, macros or authors. */
export type DocumentContent = { kind: 'table'; table: Table } | { kind: 'text'; text: string }
