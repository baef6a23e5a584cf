import { points as contract } from '#contract/points'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { listAdjustmentRows } from '#server/points/office/adjustment-store'
import { keepsBooks, viewOfAdjustment } from '#server/points/office/office-rules'
import { refuse } from '#server/refusal'

function readBeginning(cursor: string) {
  const { open, at, id } = readCursor(cursor, ['open', 'at', 'id'])
  return { isOpen: open === 'true', proposedAt: momentOf(at), adjustmentId: id }
}

export const listAdjustments = query(contract.listAdjustments, async ({ input, caller, city, reading }) => {
  if (!keepsBooks(caller, city)) refuse('not-found')
  const after = input.cursor === undefined ? undefined : readBeginning(input.cursor)
  const rows = await listAdjustmentRows(reading, { state: input.state, after, limit: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  const names = await namesOf(
    reading,
    page.flatMap(({ personId, proposerId, deciderId }) => [personId, proposerId, ...(deciderId === null ? [] : [deciderId])])
  )
  return {
    adjustments: page.map(row => viewOfAdjustment(row, names, caller.personId)),
    ...(last && { nextCursor: writeCursor({ open: String(last.isOpen), at: last.proposedAt.toISOString(), id: last.adjustmentId }) })
  }
})
