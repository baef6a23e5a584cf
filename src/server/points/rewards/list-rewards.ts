import { points as contract } from '#contract/points'
import { PAGE_SIZE } from '#contract/shapes'
import { businessDateOf } from '#server/business-date'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { openQuery } from '#server/operation'
import { listShelf } from '#server/points/rewards/reward-store'
import { toRewards } from '#server/points/rewards/reward-view'

export const listRewards = openQuery(contract.listRewards, async ({ input, caller, reading, city, addresses, now }) => {
  const { communityId, kind } = input
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['rank', 'at', 'id'])
  const after = cursor && { rank: cursor.rank, at: momentOf(cursor.at), id: cursor.id }
  const rows = await listShelf(reading, { communityId, kind, today: businessDateOf(now) }, PAGE_SIZE + 1, after)
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return {
    rewards: await toRewards(reading, page, caller, { city, addresses, now }),
    ...(last && { nextCursor: writeCursor({ rank: last.rank, at: last.createdAt.toISOString(), id: last.rewardId }) })
  }
})
