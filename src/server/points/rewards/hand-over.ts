import type { Writing } from '#server/database/database'
import { captureHold } from '#server/points/holds'
import { redeemedFor } from '#server/points/points-rules'
import { changeRedemption, type RedemptionRow } from '#server/points/rewards/redemption-store'
import { addStockMoves, changeStock } from '#server/points/rewards/stock-store'
import { refuse } from '#server/refusal'

/** Somebody walks away with it: the points are spent, once. The person's points, the reward and the redemption are held. */
export async function handOver(writing: Writing, { redemptionId, rewardId, quantity }: RedemptionRow, staffId: string, now: Date) {
  if (!(await captureHold(writing, { holdId: redemptionId, into: redeemedFor(rewardId), now }))) refuse('code-used')
  const change = { state: 'fulfilled' as const, closedAt: now, handedOverBy: staffId }
  await changeRedemption(writing, redemptionId, change)
  await changeStock(writing, { rewardId, held: -quantity, fulfilled: quantity })
  await addStockMoves(writing, [
    { moveId: `2:handed-over:${redemptionId}`, rewardId, change: 0, kind: 'handed-over', at: now, actorId: staffId }
  ])
  return change
}
