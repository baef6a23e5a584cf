import { eq, sql } from 'drizzle-orm'
import type { Writing } from '#server/database/database'
import { waveAnswers, waveSamples } from '#server/quizzes/awareness/wave-tables'

export const listSampleIds = async (writing: Writing, waveId: string): Promise<string[]> => {
  const rows = await writing
    .select({ sampleId: waveSamples.sampleId })
    .from(waveSamples)
    .where(eq(waveSamples.waveId, waveId))
    .orderBy(sql`md5(${waveSamples.sampleId})`)
  return rows.map(row => row.sampleId)
}

export interface DemoVoice {
  sampleId: string
  at: Date
  /** What was answered; or why not. */
  answers?: readonly { questionId: string; version: number; optionId: string | null; isRight: boolean }[]
  reason?: NonNullable<(typeof waveSamples.$inferSelect)['nonResponseReason']>
}

/** What people said to a survey, all at once: one by one it would keep the first start waiting. */
export async function keepVoices(writing: Writing, waveId: string, voices: readonly DemoVoice[]): Promise<void> {
  const answers = voices.flatMap(({ sampleId, answers = [] }) => answers.map(answer => ({ sampleId, ...answer })))
  if (answers.length > 0) await writing.insert(waveAnswers).values(answers)
  const rows = voices.map(({ sampleId: s, at, reason: r }) => ({ s, at, r }))
  await writing.execute(sql`update wave_samples set answered_at = case when x.r is null then x.at end, non_response_reason = x.r,
      non_response_at = case when x.r is not null then x.at end
    from json_to_recordset(${JSON.stringify(rows)}::json) as x (s text, at timestamptz, r text)
    where wave_samples.wave_id = ${waveId} and wave_samples.sample_id = x.s`)
}
