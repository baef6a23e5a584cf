import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { RewardState } from '#contract/points-shapes'
import type { Reading, Writing } from '#server/database/database'
import { files } from '#server/files/files-tables'
import { openRedemptionStates } from '#server/points/rewards/redemption-rules'
import { redemptions, rewards } from '#server/points/rewards/reward-tables'

export type RewardRow = typeof rewards.$inferSelect

export const insertReward = (writing: Writing, row: typeof rewards.$inferInsert) => writing.insert(rewards).values(row)

export async function findReward(reading: Reading, rewardId: string): Promise<RewardRow | undefined> {
  const [row] = await reading.select().from(rewards).where(eq(rewards.rewardId, rewardId))
  return row
}

/** Rewards held until the transaction ends, in one order, so that two who need the same ones never wait in a circle. */
export async function lockRewards(writing: Writing, rewardIds: readonly string[]): Promise<Map<string, RewardRow>> {
  if (rewardIds.length === 0) return new Map()
  const rows = await writing
    .select()
    .from(rewards)
    .where(inArray(rewards.rewardId, [...new Set(rewardIds)]))
    .orderBy(asc(rewards.rewardId))
    .for('update')
  return new Map(rows.map(row => [row.rewardId, row]))
}

export const lockReward = async (writing: Writing, rewardId: string) => (await lockRewards(writing, [rewardId])).get(rewardId)

/** Changes what staff say of a reward, as a new version. */
export async function updateReward(writing: Writing, rewardId: string, change: Partial<RewardRow>): Promise<RewardRow> {
  const [row] = await writing
    .update(rewards)
    .set({ ...change, version: sql`${rewards.version} + 1` })
    .where(eq(rewards.rewardId, rewardId))
    .returning()
  if (!row) throw new Error('a reward that was held is gone')
  return row
}

/** Takes up a picture its owner sent; false where it is not theirs, or no picture. */
export async function takePhoto(writing: Writing, fileId: string, ownerId: string): Promise<boolean> {
  const taken = await writing
    .update(files)
    .set({ isAttached: true })
    .where(and(eq(files.fileId, fileId), eq(files.ownerId, ownerId), gt(files.width, 0)))
    .returning({ fileId: files.fileId })
  return taken.length > 0
}

export interface ShelfCursor {
  rank: string
  at: Date
  id: string
}

/** What stands on the shelf or will: those that can be had today first, then newest first. */
export async function listShelf(
  reading: Reading,
  { communityId, kind, today }: { communityId?: string | undefined; kind?: RewardRow['kind'] | undefined; today: string },
  limit: number,
  after?: ShelfCursor
): Promise<(RewardRow & { rank: string })[]> {
  // As text, so that a cursor carries it as it is.
  const rank = sql<string>`(case when ${rewards.stockLeft} > 0 and coalesce(${rewards.opensOn}, '') <= ${today} then '0' else '1' end)`
  const rows = await reading
    .select({ row: rewards, rank })
    .from(rewards)
    .where(
      and(
        eq(rewards.state, 'open'),
        or(isNull(rewards.closesOn), sql`${rewards.closesOn} >= ${today}`),
        communityId === undefined ? undefined : eq(rewards.communityId, communityId),
        kind === undefined ? undefined : eq(rewards.kind, kind),
        after && or(sql`${rank} > ${after.rank}`, and(sql`${rank} = ${after.rank}`, isBefore(after)))
      )
    )
    .orderBy(rank, desc(rewards.createdAt), desc(rewards.rewardId))
    .limit(limit)
  return rows.map(({ row, rank: place }) => ({ ...row, rank: place }))
}

const isBefore = ({ at, id }: { at: Date; id: string }): SQL | undefined =>
  or(lt(rewards.createdAt, at), and(eq(rewards.createdAt, at), lt(rewards.rewardId, id)))

/** Rewards of these communities in every state, newest first. */
export const listRewardsOf = (
  reading: Reading,
  communityIds: readonly string[],
  state: RewardState | undefined,
  limit: number,
  after?: { at: Date; id: string }
): Promise<RewardRow[]> =>
  reading
    .select()
    .from(rewards)
    .where(
      and(
        inArray(rewards.communityId, [...communityIds]),
        state === undefined ? undefined : eq(rewards.state, state),
        after && isBefore(after)
      )
    )
    .orderBy(desc(rewards.createdAt), desc(rewards.rewardId))
    .limit(limit)

export interface Taking {
  personId: string
  rewardId: string
  /** The business date the limit counts from; the empty text is for ever. */
  from: string
}

/** How many each person took of a reward, what was given back or not fetched in time not counted; in the order asked. */
export async function countTaken(reading: Reading, asked: readonly Taking[], now: Date): Promise<number[]> {
  if (asked.length === 0) return []
  const packed = JSON.stringify(asked.map(({ personId, rewardId, from }, place) => ({ place, p: personId, r: rewardId, f: from })))
  const open = sql.raw(openRedemptionStates.map(state => `'${state}'`).join(', '))
  const rows = await reading
    .select({ place: sql<number>`x.place`, sum: sql<number>`sum(${redemptions.quantity})::int` })
    .from(redemptions)
    .innerJoin(
      sql`json_to_recordset(${packed}::json) as x (place int, p text, r text, f text)`,
      sql`x.p = ${redemptions.personId} and x.r = ${redemptions.rewardId} and ${redemptions.businessDate} >= x.f`
    )
    .where(
      sql`(${redemptions.state} = 'fulfilled' or (${redemptions.state} in (${open}) and ${redemptions.keptUntil} > ${now.toISOString()}::timestamptz))`
    )
    .groupBy(sql`x.place`)
  const byPlace = new Map(rows.map(row => [row.place, row.sum]))
  return asked.map((_, place) => byPlace.get(place) ?? 0)
}
