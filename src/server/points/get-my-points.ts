import { points as contract, type PointLine } from '#contract/points'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { reasonOf } from '#server/points/points-rules'
import { listLinesOfPerson, readBalances, type PointLineRow } from '#server/points/points-store'
import { refuseInput } from '#server/refusal'

function toLine(row: PointLineRow): PointLine {
  return {
    at: row.at.toISOString(),
    on: row.businessDate,
    amount: row.amount,
    account: row.account.split(':')[2] as PointLine['account'],
    kind: row.kind,
    rule: row.rule,
    reason: reasonOf(row.kind, row.rule),
    cause: row.cause,
    ...(row.clipped > 0 && { clipped: row.clipped })
  }
}

/** Where the page after these rows begins. */
function beginAfter(rows: readonly PointLineRow[], from: { at: Date; shown: number } | undefined) {
  const at = rows.at(-1)?.at ?? new Date(0)
  const here = rows.filter(row => row.at.getTime() === at.getTime()).length
  return { at: at.toISOString(), shown: String(here + (from && from.at.getTime() === at.getTime() ? from.shown : 0)) }
}

function readBeginning(cursor: string): { at: Date; shown: number } {
  const { at, shown } = readCursor(cursor, ['at', 'shown'])
  return { at: momentOf(at), shown: /^\d{1,6}$/.test(shown) ? Number(shown) : refuseInput('cursor', 'not a cursor of this list') }
}

export const getMyPoints = query(contract.getMyPoints, async ({ input, caller, reading }) => {
  const from = input.cursor === undefined ? undefined : readBeginning(input.cursor)
  const rows = await listLinesOfPerson(reading, caller.personId, PAGE_SIZE + 1, from)
  const { available, pending, debt } = await readBalances(reading, caller.personId)
  const page = rows.slice(0, PAGE_SIZE)
  const nextCursor = rows.length > PAGE_SIZE ? writeCursor(beginAfter(page, from)) : undefined
  return { available, pending, debt, lines: page.map(toLine), ...(nextCursor && { nextCursor }) }
})
