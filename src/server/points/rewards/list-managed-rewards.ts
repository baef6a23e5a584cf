import { points as contract } from '#contract/points'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { listRewardsOf } from '#server/points/rewards/reward-store'
import { toReward } from '#server/points/rewards/reward-view'
import { shelvesOf } from '#server/points/rewards/shelf'

export const listManagedRewards = query(contract.listManagedRewards, async ({ input, caller, reading, city, addresses, now }) => {
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const after = cursor && { at: momentOf(cursor.at), id: cursor.id }
  const rows = await listRewardsOf(reading, shelvesOf({ caller, city }), input.state, PAGE_SIZE + 1, after)
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return {
    rewards: page.map(row => ({
      reward: toReward(row, { city, addresses, now }),
      // Everything that came, whatever became of it.
      stockReceived: row.stockLeft + row.heldCount + row.fulfilledCount,
      ...{ heldCount: row.heldCount, fulfilledCount: row.fulfilledCount }
    })),
    ...(last && { nextCursor: writeCursor({ at: last.createdAt.toISOString(), id: last.rewardId }) })
  }
})
