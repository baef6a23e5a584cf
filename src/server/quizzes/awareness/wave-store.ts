import { and, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { QuestionDraft } from '#contract/quiz-shapes'
import type { Reading, Writing } from '#server/database/database'
import { waveAnswers, waves, waveSamples } from '#server/quizzes/awareness/wave-tables'
import { holdsIn } from '#server/quizzes/bank/fact-store'
import { questions, questionVersions } from '#server/quizzes/bank/question-tables'
import type { Anchor } from '#server/quizzes/awareness/wave-rules'

export type WaveRow = typeof waves.$inferSelect
export type SampleRow = typeof waveSamples.$inferSelect
export interface CountedWave {
  wave: WaveRow
  answeredCount: number
  nonResponseCount: number
}

/** What a wave may ask: anchor questions with one right option, open, none of whose facts is suspended or holds
 * only elsewhere. In a fixed order. */
export const listAnchors = (reading: Reading, scopes: readonly string[]): Promise<Anchor[]> =>
  reading
    .select({ questionId: questions.questionId, version: questions.version, topic: questions.topic })
    .from(questions)
    .where(
      and(
        ...[eq(questions.pool, 'anchor'), eq(questions.state, 'active'), eq(questions.type, 'single')],
        ...[eq(questions.isFactSuspended, false), holdsIn(scopes)]
      )
    )
    .orderBy(questions.questionId)

/** The words of questions in the versions a wave asks, in its order. */
export async function listWaveDrafts(
  reading: Reading,
  asked: WaveRow['questions']
): Promise<{ questionId: string; version: number; draft: QuestionDraft }[]> {
  const ids = asked.map(question => question.questionId)
  const rows = await reading
    .select({ questionId: questionVersions.questionId, version: questionVersions.version, draft: questionVersions.draft })
    .from(questionVersions)
    .where(inArray(questionVersions.questionId, ids))
  return asked.map(({ questionId, version }) => {
    const found = rows.find(row => row.questionId === questionId && row.version === version)
    if (!found) throw new Error(`version ${version} of question ${questionId} is gone`)
    return found
  })
}

export async function addWave(writing: Writing, wave: typeof waves.$inferInsert): Promise<void> {
  await writing.insert(waves).values(wave)
}

export async function findWave(reading: Reading, waveId: string): Promise<WaveRow | undefined> {
  const [row] = await reading.select().from(waves).where(eq(waves.waveId, waveId))
  return row
}

/** The wave, held: alone by who moves it; together by those who answer, so that nobody closes it under an answer. */
export async function lockWave(writing: Writing, waveId: string, strength: 'update' | 'share'): Promise<WaveRow | undefined> {
  const [row] = await writing.select().from(waves).where(eq(waves.waveId, waveId)).for(strength)
  return row
}

export async function changeWave(writing: Writing, waveId: string, change: Partial<typeof waves.$inferInsert>): Promise<void> {
  await writing.update(waves).set(change).where(eq(waves.waveId, waveId))
}

const answered = sql<number>`count(*) filter (where ${waveSamples.answeredAt} is not null)`
const silent = sql<number>`count(*) filter (where ${waveSamples.answeredAt} is null and ${waveSamples.nonResponseReason} is not null)`

/** Waves with how many of their samples answered, or are known not to. */
async function withCounts(reading: Reading, rows: readonly WaveRow[]): Promise<CountedWave[]> {
  if (rows.length === 0) return []
  const counts = await reading
    .select({ waveId: waveSamples.waveId, answeredCount: answered.mapWith(Number), nonResponseCount: silent.mapWith(Number) })
    .from(waveSamples)
    .where(
      inArray(
        waveSamples.waveId,
        rows.map(row => row.waveId)
      )
    )
    .groupBy(waveSamples.waveId)
  return rows.map(wave => {
    const { answeredCount = 0, nonResponseCount = 0 } = counts.find(row => row.waveId === wave.waveId) ?? {}
    return { wave, answeredCount, nonResponseCount }
  })
}

export async function countWave(reading: Reading, waveId: string): Promise<CountedWave | undefined> {
  const row = await findWave(reading, waveId)
  return (await withCounts(reading, row ? [row] : []))[0]
}

/** Waves, newest first, from after the last row of the page before. */
export async function listWaveRows(reading: Reading, limit: number, after?: { at: Date; id: string }): Promise<CountedWave[]> {
  const keyset = after && sql`(${waves.createdAt}, ${waves.waveId}) < (${after.at.toISOString()}::timestamptz, ${after.id})`
  const rows = await reading.select().from(waves).where(keyset).orderBy(desc(waves.createdAt), desc(waves.waveId)).limit(limit)
  return withCounts(reading, rows)
}

/** As one value: so many rows are more parameters than a statement may have. */
export async function addSamples(
  writing: Writing,
  waveId: string,
  samples: readonly Pick<SampleRow, 'sampleId' | 'communityId' | 'ageBand' | 'sex' | 'tokenDigest'>[]
): Promise<void> {
  const rows = samples.map(sample => [sample.sampleId, sample.communityId, sample.ageBand, sample.sex, sample.tokenDigest])
  await writing.execute(sql`
    insert into wave_samples (sample_id, wave_id, community_id, age_band, sex, token_digest)
    select r ->> 0, ${waveId}, r ->> 1, r ->> 2, r ->> 3, r ->> 4 from json_array_elements(${JSON.stringify(rows)}::json) as given (r)`)
}

export async function findSampleOfToken(reading: Reading, tokenDigest: string): Promise<SampleRow | undefined> {
  const [row] = await reading.select().from(waveSamples).where(eq(waveSamples.tokenDigest, tokenDigest))
  return row
}

/** One of a wave's sample, held; its wave is held before. */
export async function lockSample(writing: Writing, waveId: string, sampleId: string): Promise<SampleRow | undefined> {
  const [row] = await writing
    .select()
    .from(waveSamples)
    .where(and(eq(waveSamples.waveId, waveId), eq(waveSamples.sampleId, sampleId)))
    .for('update')
  return row
}

/** Keeps the answers of one of the sample; why they did not answer before is forgotten. */
export async function keepAnswers(writing: Writing, sampleId: string, now: Date, answers: readonly (typeof waveAnswers.$inferInsert)[]) {
  await writing.insert(waveAnswers).values([...answers])
  await writing
    .update(waveSamples)
    .set({ answeredAt: now, nonResponseReason: null, nonResponseNote: null, nonResponseAt: null })
    .where(eq(waveSamples.sampleId, sampleId))
}

export async function keepNonResponse(
  writing: Writing,
  sampleId: string,
  said: Pick<SampleRow, 'nonResponseReason' | 'nonResponseNote' | 'nonResponseAt'>
): Promise<void> {
  await writing.update(waveSamples).set(said).where(eq(waveSamples.sampleId, sampleId))
}

/** How many gave each reason and did not answer after all. */
export const countReasons = (reading: Reading, waveId: string) =>
  reading
    .select({ reason: waveSamples.nonResponseReason, count: count() })
    .from(waveSamples)
    .where(and(eq(waveSamples.waveId, waveId), isNull(waveSamples.answeredAt), isNotNull(waveSamples.nonResponseReason)))
    .groupBy(waveSamples.nonResponseReason)
