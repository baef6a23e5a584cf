import { and, asc, desc, eq, gt, inArray, lt, lte, or, sql } from 'drizzle-orm'
import type { RedemptionState } from '#contract/points-shapes'
import type { Reading, Writing } from '#server/database/database'
import { people } from '#server/people/people-tables'
import { openRedemptionStates } from '#server/points/rewards/redemption-rules'
import { redemptions, rewards } from '#server/points/rewards/reward-tables'

export type RedemptionRow = typeof redemptions.$inferSelect
export type ListedRedemption = Awaited<ReturnType<typeof listRedemptionsOf>>[number]
export type ServedRedemption = Awaited<ReturnType<typeof listServed>>[number]

const place = { photoFileId: rewards.photoFileId, pickUpPlace: rewards.pickUpPlace, pickUpHours: rewards.pickUpHours }

/** The people whose points are about to change wait their turn, in one order; the same lock as `lockPoints`, for many at once. */
export async function lockPointsOf(writing: Writing, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const inOrder = JSON.stringify([...new Set(personIds)].sort())
  await writing.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('points:' || id, 0)) from json_array_elements_text(${inOrder}::json) as held (id)`
  )
}

export async function addRedemptions(writing: Writing, rows: readonly RedemptionRow[]): Promise<void> {
  if (rows.length > 0) await writing.insert(redemptions).values([...rows])
}

/** A redemption with what its reward says of fetching it. */
export async function findRedemption(reading: Reading, redemptionId: string) {
  const [row] = await reading
    .select({ redemption: redemptions, ...place, communityId: rewards.communityId, displayName: people.displayName })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.rewardId, redemptions.rewardId))
    .innerJoin(people, eq(people.personId, redemptions.personId))
    .where(eq(redemptions.redemptionId, redemptionId))
  return row
}

/** Held until the transaction ends; the person's points and the reward are held before. */
export async function lockRedemptions(writing: Writing, redemptionIds: readonly string[]): Promise<RedemptionRow[]> {
  if (redemptionIds.length === 0) return []
  return writing
    .select()
    .from(redemptions)
    .where(inArray(redemptions.redemptionId, [...redemptionIds]))
    .orderBy(asc(redemptions.redemptionId))
    .for('update')
}

export const changeRedemption = (writing: Writing, redemptionId: string, change: Partial<RedemptionRow>) =>
  writing.update(redemptions).set(change).where(eq(redemptions.redemptionId, redemptionId))

const isOpen = sql.raw(`state in (${openRedemptionStates.map(state => `'${state}'`).join(', ')})`)

export interface RankedCursor {
  rank: string
  at: Date
  id: string
}

/** A person's redemptions: those still open first, then newest first. */
export function listRedemptionsOf(reading: Reading, personId: string, now: Date, limit: number, after?: RankedCursor) {
  const rank = sql<string>`(case when redemptions.${isOpen} and ${redemptions.keptUntil} > ${now.toISOString()}::timestamptz then '0' else '1' end)`
  const { createdAt, redemptionId } = redemptions
  return reading
    .select({ redemption: redemptions, ...place, rank })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.rewardId, redemptions.rewardId))
    .where(
      and(
        eq(redemptions.personId, personId),
        after &&
          or(
            sql`${rank} > ${after.rank}`,
            and(sql`${rank} = ${after.rank}`, or(lt(createdAt, after.at), and(eq(createdAt, after.at), lt(redemptionId, after.id))))
          )
      )
    )
    .orderBy(rank, desc(createdAt), desc(redemptionId))
    .limit(limit)
}

export interface ServedQuestion {
  communityIds: readonly string[]
  rewardId?: string | undefined
  states: readonly RedemptionState[]
  isNewestFirst: boolean
}

/** Redemptions of these communities in these states, with whose they are. */
export function listServed(
  reading: Reading,
  { communityIds, rewardId, states, isNewestFirst }: ServedQuestion,
  limit: number,
  after?: { at: Date; id: string }
) {
  const { createdAt, redemptionId } = redemptions
  const [order, beyond] = isNewestFirst ? [desc, lt] : [asc, gt]
  return reading
    .select({ redemption: redemptions, ...place, communityId: rewards.communityId, displayName: people.displayName })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.rewardId, redemptions.rewardId))
    .innerJoin(people, eq(people.personId, redemptions.personId))
    .where(
      and(
        inArray(rewards.communityId, [...communityIds]),
        rewardId === undefined ? undefined : eq(redemptions.rewardId, rewardId),
        inArray(redemptions.state, [...states]),
        after && or(beyond(createdAt, after.at), and(eq(createdAt, after.at), beyond(redemptionId, after.id)))
      )
    )
    .orderBy(order(createdAt), order(redemptionId))
    .limit(limit)
}

const whose = { redemptionId: redemptions.redemptionId, personId: redemptions.personId, rewardId: redemptions.rewardId }

/** Redemptions nobody took in time, whose hour has come. */
export const listDueRedemptions = (reading: Reading, now: Date, limit: number) =>
  reading
    .select(whose)
    .from(redemptions)
    .where(and(inArray(redemptions.state, [...openRedemptionStates]), lte(redemptions.keptUntil, now)))
    .orderBy(asc(redemptions.keptUntil), asc(redemptions.redemptionId))
    .limit(limit)

/** What a person has not fetched yet. */
export const listOpenRedemptions = (reading: Reading, personId: string) =>
  reading
    .select(whose)
    .from(redemptions)
    .where(and(eq(redemptions.personId, personId), inArray(redemptions.state, [...openRedemptionStates])))

/** A person's redemptions for their own copy of their data. */
export const exportRedemptionsOf = (reading: Reading, personId: string) =>
  reading
    .select({
      redemptionId: redemptions.redemptionId,
      title: redemptions.title,
      quantity: redemptions.quantity,
      priceEach: redemptions.priceEach,
      state: redemptions.state,
      createdAt: redemptions.createdAt,
      closedAt: redemptions.closedAt,
      consent: redemptions.consent
    })
    .from(redemptions)
    .where(eq(redemptions.personId, personId))
    .orderBy(desc(redemptions.createdAt), desc(redemptions.redemptionId))
