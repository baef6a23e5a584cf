import { points as contract, type PointLine } from '#contract/points'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/database/cursor'
import { query } from '#server/operation'
import { listLinesOfPerson, readBalances, type PointLineRow } from '#server/points/points-store'

function toLine(row: PointLineRow): PointLine {
  return {
    at: row.at.toISOString(),
    on: row.businessDate,
    amount: row.amount,
    account: row.account.split(':')[2] as PointLine['account'],
    kind: row.kind,
    rule: row.rule,
    reason: `${row.kind}:${row.rule}`,
    cause: row.cause,
    ...(row.clipped > 0 && { clipped: row.clipped })
  }
}

export const getMyPoints = query(contract.getMyPoints, async ({ input, caller, reading }) => {
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id', 'account'])
  const rows = await listLinesOfPerson(
    reading,
    caller.personId,
    PAGE_SIZE + 1,
    after && { at: momentOf(after.at), id: after.id, account: after.account }
  )
  const { available, pending, debt } = await readBalances(reading, caller.personId)
  const last = rows[PAGE_SIZE - 1]
  const nextCursor =
    rows.length > PAGE_SIZE && last ? writeCursor({ at: last.at.toISOString(), id: last.transactionId, account: last.account }) : undefined
  return { available, pending, debt, lines: rows.slice(0, PAGE_SIZE).map(toLine), ...(nextCursor && { nextCursor }) }
})
