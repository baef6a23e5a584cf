import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { refuseInput } from '#server/refusal'

/** Where a page begins: the moment of the last row before it, and how many rows of that very moment were shown. */
export interface Beginning {
  at: Date
  shown: number
}

/** Ids of transactions name cause and person and would make a cursor longer than cursors may be, so rows of one moment are counted. */
export function cursorAfter(rows: readonly { at: Date }[], from: Beginning | undefined): string {
  const at = rows.at(-1)?.at ?? new Date(0)
  const here = rows.filter(row => row.at.getTime() === at.getTime()).length
  const shown = here + (from && from.at.getTime() === at.getTime() ? from.shown : 0)
  return writeCursor({ at: at.toISOString(), shown: String(shown) })
}

export function readBeginning(cursor: string | undefined): Beginning | undefined {
  if (cursor === undefined) return undefined
  const { at, shown } = readCursor(cursor, ['at', 'shown'])
  return { at: momentOf(at), shown: /^\d{1,6}$/.test(shown) ? Number(shown) : refuseInput('cursor', 'not a cursor of this list') }
}
