import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { cancelOne } from '#server/points/rewards/give-back'
import { stateAt } from '#server/points/rewards/redemption-rules'
import { findRedemption } from '#server/points/rewards/redemption-store'
import { refuse } from '#server/refusal'

export const cancelRedemption = command(contract.cancelRedemption, async ({ input, caller, writing, now }) => {
  const found = await findRedemption(writing, input.redemptionId)
  if (found?.redemption.personId !== caller.personId) return refuse('not-found')
  if ((await cancelOne(writing, found.redemption, now)) > 0) return { state: 'cancelled' as const }
  // It was over; read again, for somebody may have been quicker.
  const after = (await findRedemption(writing, input.redemptionId)) ?? found
  return stateAt(after.redemption, now) === 'cancelled' ? { state: 'cancelled' as const } : refuse('redemption-closed')
})
