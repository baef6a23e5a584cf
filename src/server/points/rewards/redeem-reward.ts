import { POLICY_VERSION } from '#contract/people'
import { points as contract } from '#contract/points'
import { gatheredCommand } from '#server/operation'
import { takeRewards } from '#server/points/rewards/take-rewards'

/** 兑换: the whole crowd of a moment in one transaction, exactly as many as there are. */
export const redeemReward = gatheredCommand(contract.redeemReward, async ({ calls, writing }) => {
  const askings = calls.map(({ input, caller, now }) => ({
    ...{ personId: caller.personId, rewardId: input.rewardId, quantity: input.quantity, now },
    hasConsented: caller.consentedPolicy === POLICY_VERSION,
    isReservation: input.isReservation ?? false
  }))
  return (await takeRewards(writing, askings)).map(taken => {
    if ('refusal' in taken) return taken
    const { redemptionId, state, keptUntil } = taken.row
    return { answer: { redemptionId, state, ...(keptUntil && { keptUntil: keptUntil.toISOString() }) } }
  })
})
