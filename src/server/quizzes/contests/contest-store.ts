import { and, asc, avg, count, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { contestHistory, contests } from '#server/quizzes/contests/contest-tables'
import type { AttemptRow } from '#server/quizzes/learning/attempt-store'
import { attempts } from '#server/quizzes/learning/attempt-tables'

export type ContestRow = typeof contests.$inferSelect
type ContestChange = Partial<Omit<ContestRow, 'contestId'>>

export async function findContest(reading: Reading, contestId: string): Promise<ContestRow | undefined> {
  const [row] = await reading.select().from(contests).where(eq(contests.contestId, contestId))
  return row
}

/**
 * Contests, held: alone by who changes one or gives of its budget, together by those who begin, so that none is called off under them.
 * Learners are held before, points after.
 */
export async function lockContests(
  writing: Writing,
  contestIds: readonly string[],
  strength: 'update' | 'share'
): Promise<Map<string, ContestRow>> {
  if (contestIds.length === 0) return new Map()
  const rows = await writing
    .select()
    .from(contests)
    .where(inArray(contests.contestId, [...new Set(contestIds)]))
    .orderBy(asc(contests.contestId))
    .for(strength)
  return new Map(rows.map(row => [row.contestId, row]))
}

export async function lockContest(writing: Writing, contestId: string): Promise<ContestRow | undefined> {
  return (await lockContests(writing, [contestId], 'update')).get(contestId)
}

/** Writes a contest as it is from now on, with who made it so. */
export async function saveContestRow(writing: Writing, row: ContestRow, said: { actorId: string; note?: string }): Promise<void> {
  const { contestId, ...rest } = row
  await writing.insert(contests).values(row).onConflictDoUpdate({ target: contests.contestId, set: rest })
  const { version, changedAt: at, state: toState, plan } = row
  await writing.insert(contestHistory).values({ contestId, version, at, toState, plan, ...said })
}

export async function changeContest(writing: Writing, contestId: string, change: ContestChange): Promise<void> {
  await writing.update(contests).set(change).where(eq(contests.contestId, contestId))
}

/** Called off: attempts at it count for nothing, open or ended. */
export async function voidAttempts(writing: Writing, contestId: string, now: Date): Promise<void> {
  await writing
    .update(attempts)
    .set({ state: 'void', finishedAt: sql`coalesce(${attempts.finishedAt}, ${now.toISOString()}::timestamptz)` })
    .where(eq(attempts.contestId, contestId))
}

/** Where a page of published contests begins: the clock of its first page, and the last row of the page before. */
export interface ContestPlace {
  at: Date
  group: number
  rank: number
  contestId: string
}

const GROUPS = { open: 0, coming: 1, over: 2 }

/** Contests residents know of: those open, that close soonest first; those to come, soonest first; those over or called off, latest first. */
export async function listPublished(
  reading: Reading,
  { at, openUntil, after, limit }: { at: Date; openUntil: Date; after?: ContestPlace | undefined; limit: number }
): Promise<{ contest: ContestRow; group: number; rank: number }[]> {
  const group = sql<number>`case when ${contests.state} = 'cancelled' then ${GROUPS.over}::int when ${contests.opensAt} > ${at.toISOString()}::timestamptz then ${GROUPS.coming}::int
    when ${contests.closesAt} >= ${openUntil.toISOString()}::timestamptz then ${GROUPS.open}::int else ${GROUPS.over}::int end`
  const seconds = (column: typeof contests.opensAt) => sql`extract(epoch from ${column})`
  const rank = sql<number>`(case when ${group} = ${GROUPS.coming} then ${seconds(contests.opensAt)}
    when ${group} = ${GROUPS.open} then ${seconds(contests.closesAt)} else 0 - ${seconds(contests.closesAt)} end)::float8`
  const place = sql`(${group}, ${rank}, ${contests.contestId})`
  return reading
    .select({ contest: contests, group, rank })
    .from(contests)
    .where(and(isNotNull(contests.publishedAt), after && sql`${place} > (${after.group}::int, ${after.rank}::float8, ${after.contestId})`))
    .orderBy(group, rank, contests.contestId)
    .limit(limit)
}

/** Contests as the office sees them, last changed first. */
export const listPlanned = (reading: Reading, limit: number, after?: { at: Date; id: string }): Promise<ContestRow[]> =>
  reading
    .select()
    .from(contests)
    .where(after && sql`(${contests.changedAt}, ${contests.contestId}) < (${after.at.toISOString()}::timestamptz, ${after.id})`)
    .orderBy(desc(contests.changedAt), desc(contests.contestId))
    .limit(limit)

export interface Participation {
  participantCount: number
  submittedCount: number
  meanScore?: number
}

/** How many take part in each contest, how many are done, and with what mean score. */
export async function countParticipation(reading: Reading, contestIds: readonly string[]): Promise<Map<string, Participation>> {
  if (contestIds.length === 0) return new Map()
  const rows = await reading
    .select({ contestId: attempts.contestId, state: attempts.state, count: count(), mean: avg(attempts.score).mapWith(Number) })
    .from(attempts)
    .where(and(inArray(attempts.contestId, [...contestIds]), ne(attempts.state, 'void')))
    .groupBy(attempts.contestId, attempts.state)
  return new Map(
    contestIds.map(contestId => {
      const mine = rows.filter(row => row.contestId === contestId)
      const ended = mine.filter(row => row.state !== 'in_progress')
      const submittedCount = ended.reduce((sum, row) => sum + row.count, 0)
      const meanScore = ended.reduce((sum, row) => sum + row.mean * row.count, 0) / submittedCount
      const participantCount = mine.reduce((sum, row) => sum + row.count, 0)
      return [contestId, { participantCount, submittedCount, ...(submittedCount > 0 && { meanScore }) }]
    })
  )
}

/** The attempts of these people at these contests: some more than needed, where they are at different ones. */
export async function listContestAttempts(
  reading: Reading,
  personIds: readonly string[],
  contestIds: readonly string[]
): Promise<AttemptRow[]> {
  if (personIds.length === 0 || contestIds.length === 0) return []
  return reading
    .select()
    .from(attempts)
    .where(and(inArray(attempts.contestId, [...new Set(contestIds)]), inArray(attempts.personId, [...new Set(personIds)])))
}

export async function chooseShown(writing: Writing, attemptId: string, isShown: boolean): Promise<void> {
  await writing.update(attempts).set({ isShown }).where(eq(attempts.attemptId, attemptId))
}

/** Practice that waits for answers of these people, with the facts it asks for. */
export const listOpenPractice = (reading: Reading, personIds: readonly string[]): Promise<{ attempt: AttemptRow; factIds: string[] }[]> =>
  reading
    .select({
      attempt: attempts,
      factIds: sql<string[]>`array(select f.fact_id from attempt_items i join question_facts f using (question_id)
        where i.attempt_id = attempts.attempt_id and i.answered_at is null
        union select i.fact_id from attempt_items i where i.attempt_id = attempts.attempt_id and i.answered_at is null)`
    })
    .from(attempts)
    .where(and(inArray(attempts.personId, [...new Set(personIds)]), eq(attempts.state, 'in_progress'), ne(attempts.mode, 'contest')))
