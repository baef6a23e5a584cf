import { points as contract } from '#contract/points'
import { query } from '#server/operation'
import { codeSecondsLeft, codeStepOf, makeRedemptionCode } from '#server/points/rewards/redemption-code'
import { findRedemption } from '#server/points/rewards/redemption-store'
import { toRedemption } from '#server/points/rewards/redemption-view'
import { refuse } from '#server/refusal'

export const getRedemption = query(contract.getRedemption, async ({ input, caller, reading, addresses, now }) => {
  const found = await findRedemption(reading, input.redemptionId)
  if (found?.redemption.personId !== caller.personId) return refuse('not-found')
  const shown = toRedemption(found, { addresses, now })
  if (shown.state !== 'ready') return shown
  const { secret, redemptionId } = found.redemption
  return { ...shown, code: makeRedemptionCode(secret, redemptionId, codeStepOf(now)), validForSeconds: codeSecondsLeft(now) }
})
