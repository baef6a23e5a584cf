import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { beginningOf, mayMove, stateAt } from '#server/points/rewards/redemption-rules'
import { changeRedemption, findRedemption, lockRedemptions } from '#server/points/rewards/redemption-store'
import { findReward } from '#server/points/rewards/reward-store'
import { refuse } from '#server/refusal'

/** Where nothing has to be prepared it is ready at once. Points and stock were kept before, so only the redemption is held. */
export const confirmRedemption = command(contract.confirmRedemption, async ({ input, caller, writing, now }) => {
  const found = await findRedemption(writing, input.redemptionId)
  if (found?.redemption.personId !== caller.personId) return refuse('not-found')
  const [row] = await lockRedemptions(writing, [input.redemptionId])
  if (!row) return refuse('not-found')
  const state = stateAt(row, now)
  if (state === 'confirmed' || state === 'ready' || state === 'fulfilled') return { state }
  if (!mayMove(state, 'confirmed', 'owner')) refuse('redemption-closed')
  const needsPreparing = (await findReward(writing, row.rewardId))?.needsPreparing ?? false
  const change = beginningOf({ isReservation: false, needsPreparing }, now)
  await changeRedemption(writing, row.redemptionId, change)
  return { state: change.state }
})
