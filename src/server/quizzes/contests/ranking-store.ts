import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reading } from '#server/database/database'
import { people } from '#server/people/people-tables'
import { attempts } from '#server/quizzes/learning/attempt-tables'

/** Attempts that count: ended, not void, of somebody who is still there. */
const counts = (contestId: string) => and(eq(attempts.contestId, contestId), inArray(attempts.state, ['submitted', 'expired']))
const isThere = and(eq(people.personId, attempts.personId), isNull(people.deletedAt))

/** Everybody who counts with their rank: by score, then by time; equals share one. */
const everybody = (reading: Reading, contestId: string) =>
  reading
    .select({
      attemptId: attempts.attemptId,
      personId: attempts.personId,
      displayName: people.displayName,
      score: attempts.score,
      seconds: attempts.seconds,
      isShown: attempts.isShown,
      rank: sql<number>`(rank() over (order by ${attempts.score} desc nulls last, ${attempts.seconds}))::int`.as('rank')
    })
    .from(attempts)
    .innerJoin(people, isThere)
    .where(counts(contestId))
    .as('everybody')

export type RankedRow = Awaited<ReturnType<typeof listRanking>>[number]

/** Those who chose to be shown, from after the last row of the page before. */
export function listRanking(reading: Reading, contestId: string, limit: number, after?: { rank: number; attemptId: string }) {
  const ranked = everybody(reading, contestId)
  return reading
    .select()
    .from(ranked)
    .where(and(ranked.isShown, after && sql`(${ranked.rank}, ${ranked.attemptId}) > (${after.rank}::int, ${after.attemptId})`))
    .orderBy(ranked.rank, ranked.attemptId)
    .limit(limit)
}

/** One person among everybody, shown or not. */
export async function findRanked(reading: Reading, contestId: string, personId: string): Promise<RankedRow | undefined> {
  const ranked = everybody(reading, contestId)
  const [row] = await reading.select().from(ranked).where(eq(ranked.personId, personId))
  return row
}

export async function countRanked(reading: Reading, contestId: string): Promise<number> {
  const [row] = await reading.select({ count: count() }).from(attempts).innerJoin(people, isThere).where(counts(contestId))
  return row?.count ?? 0
}
