import type { Writing } from '#server/database/database'
import { voidHold } from '#server/points/holds'
import {
  changeRedemption,
  listDueRedemptions,
  listOpenRedemptions,
  lockPointsOf,
  lockRedemptions,
  type RedemptionRow
} from '#server/points/rewards/redemption-store'
import { isOpenState, stateAt } from '#server/points/rewards/redemption-rules'
import { lockRewards } from '#server/points/rewards/reward-store'
import { addStockMoves, changeStock } from '#server/points/rewards/stock-store'

interface Owned {
  redemptionId: string
  personId: string
  rewardId: string
}

interface GivingBack {
  to: 'cancelled' | 'expired'
  actorId: string | null
  now: Date
}

/**
 * Ends redemptions that were not fetched: the same points return to their person, the goods to the shelf, once. Held in the order of
 * all who touch these: people's points, rewards, redemptions.
 * @param isMeant which of them, asked once they are held.
 * @returns how many it ended.
 */
async function giveBack(
  writing: Writing,
  wanted: readonly Owned[],
  { to, actorId, now }: GivingBack,
  isMeant: (row: RedemptionRow) => boolean
): Promise<number> {
  await lockPointsOf(
    writing,
    wanted.map(one => one.personId)
  )
  await lockRewards(
    writing,
    wanted.map(one => one.rewardId)
  )
  const held = await lockRedemptions(
    writing,
    wanted.map(one => one.redemptionId)
  )
  const ended = held.filter(isMeant)
  for (const { redemptionId, rewardId, quantity } of ended) {
    await voidHold(writing, { holdId: redemptionId, now })
    await changeRedemption(writing, redemptionId, { state: to, closedAt: now })
    await changeStock(writing, { rewardId, left: quantity, held: -quantity })
    await addStockMoves(writing, [{ moveId: `2:returned:${redemptionId}`, rewardId, change: quantity, kind: 'returned', at: now, actorId }])
  }
  return ended.length
}

/** Its person gives one back; what is over meanwhile stays as it is. The caller holds nothing yet. */
export const cancelOne = (writing: Writing, one: Owned, now: Date) =>
  giveBack(writing, [one], { to: 'cancelled', actorId: one.personId, now }, row => isOpenState(stateAt(row, now)))

/** The account is going: what was not fetched is given back first; the rest stays under an id that leads to nobody. */
export const cancelAllOf = async (writing: Writing, personId: string, now: Date) =>
  giveBack(writing, await listOpenRedemptions(writing, personId), { to: 'cancelled', actorId: personId, now }, row =>
    isOpenState(row.state)
  )

const DUE_TOGETHER_MAX = 50

/**
 * One batch of what nobody took in time: reservations after their quarter of an hour, the rest after thirty days. Again with the same
 * `now` it changes nothing more; two processes may do it at once.
 */
export async function tickRedemptions(writing: Writing, now: Date): Promise<{ redemptionsEnded: number }> {
  const due = await listDueRedemptions(writing, now, DUE_TOGETHER_MAX)
  const to = { to: 'expired', actorId: null, now } as const
  return { redemptionsEnded: await giveBack(writing, due, to, row => isOpenState(row.state) && stateAt(row, now) === 'expired') }
}
