import { points as contract } from '#contract/points'
import type { PointLine } from '#contract/points-shapes'
import { PAGE_SIZE } from '#contract/shapes'
import { query } from '#server/operation'
import { findFreeze } from '#server/points/hold-store'
import { cursorAfter, readBeginning } from '#server/points/line-page'
import { listEndings } from '#server/points/lots/lot-store'
import { listLinesOfPerson, readBalances, type PointLineRow } from '#server/points/points-store'
import { reasonOf } from '#server/points/reason-rules'

function toLine(row: PointLineRow): PointLine {
  const account = row.account.slice(row.account.lastIndexOf(':') + 1) as PointLine['account']
  const isLot = account === 'available' && row.lotLeft !== null && row.lotExpiresOn !== null
  return {
    at: row.at.toISOString(),
    on: row.businessDate,
    amount: row.amount,
    account,
    kind: row.kind,
    rule: row.rule,
    reason: reasonOf(row.kind, row.rule),
    cause: row.cause,
    ...(row.clipped > 0 && { clipped: row.clipped }),
    ...(row.clippedBy !== null && { clippedBy: row.clippedBy }),
    ...(isLot && { lot: { left: row.lotLeft ?? 0, expiresOn: row.lotExpiresOn ?? '' } })
  }
}

export const getMyPoints = query(contract.getMyPoints, async ({ input, caller, reading }) => {
  const from = readBeginning(input.cursor)
  const { personId } = caller
  const [rows, purse, expiring, freeze] = await Promise.all([
    listLinesOfPerson(reading, personId, PAGE_SIZE + 1, from),
    readBalances(reading, personId),
    listEndings(reading, personId),
    findFreeze(reading, personId)
  ])
  const page = rows.slice(0, PAGE_SIZE)
  return {
    ...purse,
    expiring,
    isFrozen: freeze !== undefined,
    lines: page.map(toLine),
    ...(rows.length > PAGE_SIZE && { nextCursor: cursorAfter(page, from) })
  }
})
