import { v7 as newId } from 'uuid'
import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { updateReward } from '#server/points/rewards/reward-store'
import { toReward } from '#server/points/rewards/reward-view'
import { holdMyReward } from '#server/points/rewards/shelf'
import { addStockMoves } from '#server/points/rewards/stock-store'
import { refuse } from '#server/refusal'

/** What lies on the shelf includes what is kept for somebody: fewer than that cannot be true. */
export const countStock = command(contract.countStock, async ({ input, caller, writing, city, addresses, now }) => {
  const before = await holdMyReward(writing, input, { caller, city })
  const { rewardId, heldCount, stockLeft } = before
  if (input.counted < heldCount) refuse('below-taken', { taken: heldCount })
  const left = input.counted - heldCount
  const row = await updateReward(writing, rewardId, { stockLeft: left })
  await addStockMoves(writing, [
    {
      ...{ moveId: `3:counted:${newId()}`, rewardId, change: left - stockLeft, kind: 'counted', at: now },
      ...{ actorId: caller.personId, note: input.note }
    }
  ])
  return toReward(row, { city, addresses, now })
})
