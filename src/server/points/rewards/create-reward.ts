import { v7 as newId } from 'uuid'
import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { planReward } from '#server/points/rewards/plan-reward'
import { findReward, insertReward } from '#server/points/rewards/reward-store'
import { toReward } from '#server/points/rewards/reward-view'
import { addStockMoves } from '#server/points/rewards/stock-store'
import { refuse } from '#server/refusal'

export const createReward = command(contract.createReward, async ({ input, caller, writing, city, addresses, now }) => {
  const { stock, isDraft, ...plan } = input
  const columns = await planReward(writing, plan, { caller, city })
  const rewardId = newId()
  const state = isDraft ? 'draft' : 'open'
  await insertReward(writing, { ...columns, rewardId, version: 1, state, stockLeft: stock, createdAt: now })
  await addStockMoves(writing, [
    { moveId: `0:received:${rewardId}`, rewardId, change: stock, kind: 'received', at: now, actorId: caller.personId }
  ])
  const row = (await findReward(writing, rewardId)) ?? refuse('not-found')
  return { rewardId, reward: toReward(row, { city, addresses, now }) }
})
