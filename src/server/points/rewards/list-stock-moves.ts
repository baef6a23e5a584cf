import { points as contract } from '#contract/points'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { findReward } from '#server/points/rewards/reward-store'
import { keepsShelfHere } from '#server/points/rewards/shelf'
import { listStockMovesOf } from '#server/points/rewards/stock-store'
import { refuse } from '#server/refusal'
import { maskName } from '#server/volunteering/volunteers/name-rules'

/** Staff are named by what they did at work; residents who took something are masked. */
export const listStockMoves = query(contract.listStockMoves, async ({ input, caller, reading, city }) => {
  const reward = await findReward(reading, input.rewardId)
  if (!reward || !keepsShelfHere({ caller, city }, reward.communityId)) return refuse('not-found')
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const after = cursor && { at: momentOf(cursor.at), id: cursor.id }
  const rows = await listStockMovesOf(reading, reward.rewardId, PAGE_SIZE + 1, after)
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1)?.move : undefined
  return {
    moves: page.map(({ move: { at, change, kind, note }, actor }) => ({
      ...{ at: at.toISOString(), change, kind },
      ...(actor !== null && { actor: kind === 'kept' || kind === 'returned' ? maskName(actor) : actor }),
      ...(note !== null && { note })
    })),
    ...(last && { nextCursor: writeCursor({ at: last.at.toISOString(), id: last.moveId }) })
  }
})
