import { points as contract } from '#contract/points'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { isOpenState } from '#server/points/rewards/redemption-rules'
import { listServed } from '#server/points/rewards/redemption-store'
import { toStaffRedemption } from '#server/points/rewards/redemption-view'
import { findReward } from '#server/points/rewards/reward-store'
import { shelvesOf } from '#server/points/rewards/shelf'
import { refuse } from '#server/refusal'

/** A reservation nobody confirmed is nobody's work yet: it is listed only where it is asked for. */
export const listRedemptionsToServe = query(contract.listRedemptionsToServe, async ({ input, caller, reading, city, addresses, now }) => {
  const { rewardId, state } = input
  const communityIds = shelvesOf({ caller, city })
  if (rewardId !== undefined) {
    const reward = await findReward(reading, rewardId)
    if (!reward || !communityIds.includes(reward.communityId)) refuse('not-found')
  }
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const after = cursor && { at: momentOf(cursor.at), id: cursor.id }
  const states = state === undefined ? (['confirmed', 'ready'] as const) : [state]
  const isNewestFirst = state !== undefined && !isOpenState(state)
  const rows = await listServed(reading, { communityIds, rewardId, states, isNewestFirst }, PAGE_SIZE + 1, after)
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1)?.redemption : undefined
  return {
    redemptions: page.map(row => toStaffRedemption(row, { addresses, now })),
    ...(last && { nextCursor: writeCursor({ at: last.createdAt.toISOString(), id: last.redemptionId }) })
  }
})
