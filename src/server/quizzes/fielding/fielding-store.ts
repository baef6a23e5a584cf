import { and, asc, count, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { waves, waveSamples } from '#server/quizzes/awareness/wave-tables'
import { ATTEMPTS_MAX, finalReasons } from '#server/quizzes/fielding/fielding-rules'
import { interviewHolds, waveInterviewers } from '#server/quizzes/fielding/fielding-tables'
import { people } from '#server/people/people-tables'

type WaveRow = typeof waves.$inferSelect
export type HoldRow = typeof interviewHolds.$inferSelect
export interface HeldSample {
  hold: HoldRow
  sample: typeof waveSamples.$inferSelect
}

/** Which of these are people who can sign in. */
export async function listPresent(reading: Reading, personIds: readonly string[]): Promise<string[]> {
  const rows = await reading
    .select({ personId: people.personId })
    .from(people)
    .where(and(inArray(people.personId, [...personIds]), isNull(people.deletedAt)))
  return rows.map(row => row.personId)
}

export const isInterviewer = async (reading: Reading, waveId: string, personId: string): Promise<boolean> => {
  const rows = await reading
    .select({ personId: waveInterviewers.personId })
    .from(waveInterviewers)
    .where(and(eq(waveInterviewers.waveId, waveId), eq(waveInterviewers.personId, personId), isNull(waveInterviewers.removedAt)))
  return rows.length > 0
}

/** Names these, and nobody else; those left out give back what they hold. The wave is held before. */
export async function nameInterviewers(writing: Writing, waveId: string, personIds: readonly string[], namedBy: string, now: Date) {
  const mine = eq(waveInterviewers.waveId, waveId)
  const others = personIds.length > 0 ? notInArray(waveInterviewers.personId, [...personIds]) : undefined
  await writing
    .update(waveInterviewers)
    .set({ removedAt: now })
    .where(and(mine, isNull(waveInterviewers.removedAt), others))
  if (personIds.length > 0)
    await writing
      .insert(waveInterviewers)
      .values(personIds.map(personId => ({ waveId, personId, namedBy, namedAt: now })))
      .onConflictDoUpdate({ target: [waveInterviewers.waveId, waveInterviewers.personId], set: { removedAt: null } })
  await writing
    .update(interviewHolds)
    .set({ releasedAt: now })
    .where(
      and(
        eq(interviewHolds.waveId, waveId),
        isNull(interviewHolds.releasedAt),
        personIds.length > 0 ? notInArray(interviewHolds.personId, [...personIds]) : undefined
      )
    )
}

/** The waves in fielding that somebody asks for, newest first. */
export const listFieldedBy = (reading: Reading, personId: string, waveId?: string): Promise<WaveRow[]> =>
  reading
    .select({ wave: waves })
    .from(waveInterviewers)
    .innerJoin(waves, eq(waves.waveId, waveInterviewers.waveId))
    .where(
      and(
        eq(waveInterviewers.personId, personId),
        isNull(waveInterviewers.removedAt),
        eq(waves.state, 'fielding'),
        waveId === undefined ? undefined : eq(waves.waveId, waveId)
      )
    )
    .orderBy(sql`${waves.createdAt} desc`)
    .then(rows => rows.map(row => row.wave))

/** Not answered, not refused for good, in nobody's hands, and not asked for too often. */
const isFree = and(
  isNull(waveSamples.answeredAt),
  or(isNull(waveSamples.nonResponseReason), notInArray(waveSamples.nonResponseReason, [...finalReasons])),
  sql`not exists (select 1 from interview_holds h where h.sample_id = wave_samples.sample_id and h.released_at is null)`,
  sql`(select count(*) from interview_attempts a where a.sample_id = wave_samples.sample_id) < ${ATTEMPTS_MAX}`
)

export const countFree = (reading: Reading, waveId: string) =>
  reading
    .select({ communityId: waveSamples.communityId, freeCount: count() })
    .from(waveSamples)
    .where(and(eq(waveSamples.waveId, waveId), isFree))
    .groupBy(waveSamples.communityId)
    .orderBy(asc(waveSamples.communityId))

/** Some of a community that are free, in an order that is chance and stays: as they were drawn, all of one age would come first. */
export async function listFree(writing: Writing, waveId: string, communityId: string, limit: number): Promise<string[]> {
  const rows = await writing
    .select({ sampleId: waveSamples.sampleId })
    .from(waveSamples)
    .where(and(eq(waveSamples.waveId, waveId), eq(waveSamples.communityId, communityId), isFree))
    .orderBy(sql`md5(wave_samples.sample_id)`)
    .limit(limit)
  return rows.map(row => row.sampleId)
}

export async function addHolds(writing: Writing, holds: readonly (typeof interviewHolds.$inferInsert)[]): Promise<void> {
  if (holds.length > 0) await writing.insert(interviewHolds).values([...holds])
}

/** What somebody holds of a wave and nobody has answered, in the order it was taken. */
export const listHeld = (reading: Reading, waveId: string, personId: string): Promise<HeldSample[]> =>
  reading
    .select({ hold: interviewHolds, sample: waveSamples })
    .from(interviewHolds)
    .innerJoin(waveSamples, eq(waveSamples.sampleId, interviewHolds.sampleId))
    .where(
      and(
        eq(interviewHolds.waveId, waveId),
        eq(interviewHolds.personId, personId),
        isNull(interviewHolds.releasedAt),
        isNull(waveSamples.answeredAt)
      )
    )
    .orderBy(asc(interviewHolds.takenAt), sql`md5(interview_holds.sample_id)`)

/** How many units somebody holds of each wave, those answered otherwise left out. */
export async function countHeldOf(reading: Reading, personId: string): Promise<Map<string, number>> {
  const rows = await reading
    .select({ waveId: interviewHolds.waveId, heldCount: count() })
    .from(interviewHolds)
    .innerJoin(waveSamples, eq(waveSamples.sampleId, interviewHolds.sampleId))
    .where(and(eq(interviewHolds.personId, personId), isNull(interviewHolds.releasedAt), isNull(waveSamples.answeredAt)))
    .groupBy(interviewHolds.waveId)
  return new Map(rows.map(row => [row.waveId, row.heldCount]))
}

/** What people call units by: they count a wave's whole sample in the order of their ids. */
export async function numbersOf(reading: Reading, waveId: string, sampleIds: readonly string[]): Promise<Map<string, number>> {
  const numbered = reading.$with('numbered').as(
    reading
      .select({
        sampleId: waveSamples.sampleId,
        number: sql<number>`row_number() over (order by ${waveSamples.sampleId})`.mapWith(Number).as('number')
      })
      .from(waveSamples)
      .where(eq(waveSamples.waveId, waveId))
  )
  const rows = await reading
    .with(numbered)
    .select()
    .from(numbered)
    .where(inArray(numbered.sampleId, [...sampleIds]))
  return new Map(rows.map(row => [row.sampleId, row.number]))
}

/** Everybody who ever held this unit, the latest first. */
export const listHoldsOf = (reading: Reading, waveId: string, sampleId: string): Promise<HoldRow[]> =>
  reading
    .select()
    .from(interviewHolds)
    .where(and(eq(interviewHolds.waveId, waveId), eq(interviewHolds.sampleId, sampleId)))
    .orderBy(sql`${interviewHolds.takenAt} desc`, sql`${interviewHolds.holdId} desc`)

/** Gives back these units of one person. @returns how many they held. */
export async function releaseHolds(writing: Writing, waveId: string, personId: string, sampleIds: readonly string[], now: Date) {
  const released = await writing
    .update(interviewHolds)
    .set({ releasedAt: now })
    .where(
      and(
        eq(interviewHolds.waveId, waveId),
        eq(interviewHolds.personId, personId),
        inArray(interviewHolds.sampleId, [...sampleIds]),
        isNull(interviewHolds.releasedAt)
      )
    )
    .returning({ holdId: interviewHolds.holdId })
  return released.length
}

export async function changeHold(writing: Writing, holdId: string, change: Partial<Pick<HoldRow, 'heldUntil' | 'releasedAt'>>) {
  await writing.update(interviewHolds).set(change).where(eq(interviewHolds.holdId, holdId))
}

/** Gives back what was left untouched too long, was answered another way, or belongs to a wave or an account that is over. */
export async function releaseLapsed(writing: Writing, now: Date): Promise<number> {
  const isOver = sql`interview_holds.held_until <= ${now.toISOString()}::timestamptz
    or exists (select 1 from wave_samples s where s.sample_id = interview_holds.sample_id and s.answered_at is not null)
    or exists (select 1 from waves w where w.wave_id = interview_holds.wave_id and w.state <> 'fielding')
    or exists (select 1 from people p where p.person_id = interview_holds.person_id and p.deleted_at is not null)`
  const released = await writing
    .update(interviewHolds)
    .set({ releasedAt: now })
    .where(and(isNull(interviewHolds.releasedAt), sql`(${isOver})`))
    .returning({ holdId: interviewHolds.holdId })
  return released.length
}
