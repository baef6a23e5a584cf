import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { mayMoveReward } from '#server/points/rewards/reward-rules'
import { updateReward } from '#server/points/rewards/reward-store'
import { toReward } from '#server/points/rewards/reward-view'
import { holdMyReward } from '#server/points/rewards/shelf'
import { refuse } from '#server/refusal'

export const moveReward = command(contract.moveReward, async ({ input, caller, writing, city, addresses, now }) => {
  const before = await holdMyReward(writing, input, { caller, city })
  if (!mayMoveReward(before.state, input.to)) refuse('move-not-allowed')
  return toReward(await updateReward(writing, before.rewardId, { state: input.to }), { city, addresses, now })
})
