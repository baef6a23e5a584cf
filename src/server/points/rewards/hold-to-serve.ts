import type { Writing } from '#server/database/database'
import { findRedemption, lockPointsOf, lockRedemptions, type ServedRedemption } from '#server/points/rewards/redemption-store'
import { lockReward } from '#server/points/rewards/reward-store'
import { refuse } from '#server/refusal'

/** A redemption with everything it hangs on, held in the order of all who touch it: the person's points, the reward, itself. */
export async function holdToServe(writing: Writing, { redemption, ...rest }: ServedRedemption): Promise<ServedRedemption> {
  await lockPointsOf(writing, [redemption.personId])
  await lockReward(writing, redemption.rewardId)
  const [row] = await lockRedemptions(writing, [redemption.redemptionId])
  return row ? { ...rest, redemption: row } : refuse('not-found')
}

export const foundRedemption = async (writing: Writing, redemptionId: string): Promise<ServedRedemption> =>
  (await findRedemption(writing, redemptionId)) ?? refuse('not-found')
