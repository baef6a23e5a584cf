import { points as contract } from '#contract/points'
import { openQuery } from '#server/operation'
import { findReward } from '#server/points/rewards/reward-store'
import { toRewards } from '#server/points/rewards/reward-view'
import { keepsShelfHere } from '#server/points/rewards/shelf'
import { refuse } from '#server/refusal'

/** A draft is there for who keeps the shelf; a closed one for everybody, for somebody may still fetch it. */
export const getReward = openQuery(contract.getReward, async ({ input, caller, reading, city, addresses, now }) => {
  const row = (await findReward(reading, input.rewardId)) ?? refuse('not-found')
  if (row.state === 'draft' && !(caller && keepsShelfHere({ caller, city }, row.communityId))) refuse('not-found')
  const [reward] = await toRewards(reading, [row], caller, { city, addresses, now })
  return reward ?? refuse('not-found')
})
