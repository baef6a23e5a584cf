import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { handOver } from '#server/points/rewards/hand-over'
import { foundRedemption, holdToServe } from '#server/points/rewards/hold-to-serve'
import { isFreshCode, isMadeWith, readRedemptionCode } from '#server/points/rewards/redemption-code'
import { mayMove, stateAt } from '#server/points/rewards/redemption-rules'
import { toStaffRedemption } from '#server/points/rewards/redemption-view'
import { keepsShelfHere } from '#server/points/rewards/shelf'
import { refuse } from '#server/refusal'

/** Staff scan it once. Who made no code of it, or keeps another shelf, learns nothing; nobody hands something over to themselves. */
export const fulfilRedemption = command(contract.fulfilRedemption, async ({ input, caller, writing, city, addresses, now }) => {
  const read = readRedemptionCode(input.code) ?? refuse('not-found')
  const found = await foundRedemption(writing, read.redemptionId)
  if (!isMadeWith(found.redemption.secret, read, input.code) || !keepsShelfHere({ caller, city }, found.communityId)) refuse('not-found')
  if (found.redemption.personId === caller.personId) refuse('same-person')
  const held = await holdToServe(writing, found)
  const state = stateAt(held.redemption, now)
  if (state === 'fulfilled') refuse('code-used')
  if (!mayMove(state, 'fulfilled', 'staff')) refuse('redemption-closed')
  if (!isFreshCode(read.step, now)) refuse('code-expired')
  const change = await handOver(writing, held.redemption, caller.personId, now)
  return toStaffRedemption({ ...held, redemption: { ...held.redemption, ...change } }, { addresses, now })
})
