import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { interviewAttempts, interviewHolds, interviews, waveInterviewers } from '#server/quizzes/fielding/fielding-tables'
import { people } from '#server/people/people-tables'

export type AttemptRow = typeof interviewAttempts.$inferSelect

export const listAttemptsOf = (reading: Reading, sampleIds: readonly string[]): Promise<AttemptRow[]> =>
  sampleIds.length === 0
    ? Promise.resolve([])
    : reading
        .select()
        .from(interviewAttempts)
        .where(inArray(interviewAttempts.sampleId, [...sampleIds]))
        .orderBy(asc(interviewAttempts.attemptedAt), asc(interviewAttempts.attemptId))

/** Adds an attempt, or puts it in the place of one it corrects. */
export async function keepAttempt(writing: Writing, attempt: typeof interviewAttempts.$inferInsert): Promise<void> {
  const { reason, note = null, attemptedAt } = attempt
  await writing
    .insert(interviewAttempts)
    .values(attempt)
    .onConflictDoUpdate({ target: interviewAttempts.attemptId, set: { reason, note, attemptedAt } })
}

export async function addInterview(writing: Writing, interview: typeof interviews.$inferInsert): Promise<void> {
  await writing.insert(interviews).values(interview)
}

export async function countDone(reading: Reading, waveId: string, personId: string): Promise<number> {
  const [row] = await reading
    .select({ done: count() })
    .from(interviews)
    .where(and(eq(interviews.waveId, waveId), eq(interviews.personId, personId)))
  return row?.done ?? 0
}

/** Who is or was interviewer of a wave, in the order of their names. */
export const listInterviewersOf = (reading: Reading, waveId: string) =>
  reading
    .select({ personId: waveInterviewers.personId, displayName: people.displayName, removedAt: waveInterviewers.removedAt })
    .from(waveInterviewers)
    .innerJoin(people, eq(people.personId, waveInterviewers.personId))
    .where(eq(waveInterviewers.waveId, waveId))
    .orderBy(asc(people.displayName), asc(people.personId))

/** Interviews of a wave by who made them; the row without a person is all of them. */
export const tallyInterviews = (reading: Reading, waveId: string) =>
  reading
    .select({
      personId: sql<string | null>`${interviews.personId}`,
      interviewCount: count(),
      medianSeconds: sql`percentile_cont(0.5) within group (order by ${interviews.seconds})`.mapWith(Number),
      answers: sql`coalesce(sum(${interviews.answerCount}), 0)`.mapWith(Number),
      unknown: sql`coalesce(sum(${interviews.unknownCount}), 0)`.mapWith(Number)
    })
    .from(interviews)
    .where(eq(interviews.waveId, waveId))
    .groupBy(sql`grouping sets ((${interviews.personId}), ())`)

export const countAttemptsByPerson = (reading: Reading, waveId: string) =>
  reading
    .select({ personId: interviewAttempts.personId, attemptCount: count() })
    .from(interviewAttempts)
    .where(eq(interviewAttempts.waveId, waveId))
    .groupBy(interviewAttempts.personId)

export const countHeldByPerson = (reading: Reading, waveId: string) =>
  reading
    .select({ personId: interviewHolds.personId, heldCount: count() })
    .from(interviewHolds)
    .where(and(eq(interviewHolds.waveId, waveId), isNull(interviewHolds.releasedAt)))
    .groupBy(interviewHolds.personId)

/** What somebody did as interviewer, for their own copy of their data. What was answered to them is not theirs. */
export async function exportFieldingOf(reading: Reading, personId: string) {
  const { waveId, namedAt, removedAt } = waveInterviewers
  const { attemptedAt, reason, note } = interviewAttempts
  const { recordedAt, seconds } = interviews
  return {
    named: await reading.select({ waveId, namedAt, removedAt }).from(waveInterviewers).where(eq(waveInterviewers.personId, personId)),
    interviews: await reading
      .select({ waveId: interviews.waveId, recordedAt, seconds })
      .from(interviews)
      .where(eq(interviews.personId, personId))
      .orderBy(asc(recordedAt)),
    attempts: await reading
      .select({ waveId: interviewAttempts.waveId, attemptedAt, reason, note })
      .from(interviewAttempts)
      .where(eq(interviewAttempts.personId, personId))
      .orderBy(asc(attemptedAt))
  }
}
