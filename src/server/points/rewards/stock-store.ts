import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { people } from '#server/people/people-tables'
import { rewards, rewardStockMoves } from '#server/points/rewards/reward-tables'

export type StockMove = typeof rewardStockMoves.$inferInsert

/** Writes how stock changed; the reward's own counts are changed by `changeStock` in the same transaction. */
export async function addStockMoves(writing: Writing, moves: readonly StockMove[]): Promise<void> {
  if (moves.length > 0) await writing.insert(rewardStockMoves).values([...moves])
}

export interface StockChange {
  rewardId: string
  left?: number
  held?: number
  fulfilled?: number
}

/**
 * Adds to the counts of a reward, which is held. Where something was carried away, the reward is in a new version: whoever counted
 * the shelf before that counts again. What is kept or given back lies where it lay.
 */
export async function changeStock(writing: Writing, { rewardId, left = 0, held = 0, fulfilled = 0 }: StockChange): Promise<void> {
  await writing
    .update(rewards)
    .set({
      stockLeft: sql`${rewards.stockLeft} + ${left}`,
      heldCount: sql`${rewards.heldCount} + ${held}`,
      fulfilledCount: sql`${rewards.fulfilledCount} + ${fulfilled}`,
      ...(fulfilled !== 0 && { version: sql`${rewards.version} + 1` })
    })
    .where(eq(rewards.rewardId, rewardId))
}

/** How the stock of a reward changed, newest first, with who did it. */
export const listStockMovesOf = (reading: Reading, rewardId: string, limit: number, after?: { at: Date; id: string }) =>
  reading
    .select({ move: rewardStockMoves, actor: people.displayName })
    .from(rewardStockMoves)
    .leftJoin(people, eq(people.personId, rewardStockMoves.actorId))
    .where(
      and(
        eq(rewardStockMoves.rewardId, rewardId),
        after && or(lt(rewardStockMoves.at, after.at), and(eq(rewardStockMoves.at, after.at), lt(rewardStockMoves.moveId, after.id)))
      )
    )
    .orderBy(desc(rewardStockMoves.at), desc(rewardStockMoves.moveId))
    .limit(limit)
