import { reports as contract } from '#contract/reports'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { toCard } from '#server/reports/report-card'
import { listReportsOf } from '#server/reports/report-people-store'

export const listMyReports = query(contract.listMyReports, async ({ input, caller, reading, city, addresses, now }) => {
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const after = cursor && { at: momentOf(cursor.at), id: cursor.id }
  const rows = await listReportsOf(reading, caller.personId, PAGE_SIZE + 1, after)
  const last = rows[PAGE_SIZE - 1]
  const nextCursor = rows.length > PAGE_SIZE && last ? writeCursor({ at: last.since.toISOString(), id: last.reportId }) : undefined
  const cards = rows.slice(0, PAGE_SIZE).map(row => {
    const isMine = row.reporterId === caller.personId
    const card = toCard(row, city, addresses, { now, seesPhoto: isMine, isFollower: !isMine, viewerId: caller.personId })
    return isMine ? card : { ...card, isFollowed: true }
  })
  return { reports: cards, ...(nextCursor && { nextCursor }) }
})
