import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { planReward } from '#server/points/rewards/plan-reward'
import { updateReward } from '#server/points/rewards/reward-store'
import { toReward } from '#server/points/rewards/reward-view'
import { holdMyReward } from '#server/points/rewards/shelf'

export const saveReward = command(contract.saveReward, async ({ input, caller, writing, city, addresses, now }) => {
  const asked = { caller, city }
  const before = await holdMyReward(writing, input, asked)
  const row = await updateReward(writing, before.rewardId, await planReward(writing, input.plan, asked, before))
  return toReward(row, { city, addresses, now })
})
