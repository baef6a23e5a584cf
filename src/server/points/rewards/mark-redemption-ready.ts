import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { foundRedemption } from '#server/points/rewards/hold-to-serve'
import { madeReady, mayMove, stateAt } from '#server/points/rewards/redemption-rules'
import { changeRedemption, lockRedemptions } from '#server/points/rewards/redemption-store'
import { toStaffRedemption } from '#server/points/rewards/redemption-view'
import { keepsShelfHere } from '#server/points/rewards/shelf'
import { refuse } from '#server/refusal'

/** Ready again says the same. */
export const markRedemptionReady = command(contract.markRedemptionReady, async ({ input, caller, writing, city, addresses, now }) => {
  const found = await foundRedemption(writing, input.redemptionId)
  if (!keepsShelfHere({ caller, city }, found.communityId)) refuse('not-found')
  const [row] = await lockRedemptions(writing, [input.redemptionId])
  if (!row) return refuse('not-found')
  const state = stateAt(row, now)
  if (state === 'ready') return toStaffRedemption({ ...found, redemption: row }, { addresses, now })
  if (!mayMove(state, 'ready', 'staff')) refuse('redemption-closed')
  const change = madeReady(now)
  await changeRedemption(writing, row.redemptionId, change)
  return toStaffRedemption({ ...found, redemption: { ...row, ...change } }, { addresses, now })
})
