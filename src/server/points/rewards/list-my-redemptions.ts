import { points as contract } from '#contract/points'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { listRedemptionsOf } from '#server/points/rewards/redemption-store'
import { toRedemption } from '#server/points/rewards/redemption-view'

export const listMyRedemptions = query(contract.listMyRedemptions, async ({ input, caller, reading, addresses, now }) => {
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['rank', 'at', 'id'])
  const after = cursor && { rank: cursor.rank, at: momentOf(cursor.at), id: cursor.id }
  const rows = await listRedemptionsOf(reading, caller.personId, now, PAGE_SIZE + 1, after)
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return {
    redemptions: page.map(row => toRedemption(row, { addresses, now })),
    ...(last && {
      nextCursor: writeCursor({ rank: last.rank, at: last.redemption.createdAt.toISOString(), id: last.redemption.redemptionId })
    })
  }
})
