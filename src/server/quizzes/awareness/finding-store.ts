import { and, eq, gte, isNotNull, lt, ne, sql } from 'drizzle-orm'
import type { Reading } from '#server/database/database'
import type { Tally } from '#server/quizzes/awareness/finding-rules'
import { waveAnswers, waveSamples } from '#server/quizzes/awareness/wave-tables'
import { attemptItems, attempts } from '#server/quizzes/learning/attempt-tables'

/** A number out of an aggregate, which drivers hand over as text. */
const counted = (expression: ReturnType<typeof sql>) => sql`${expression}`.mapWith(Number)

/** What a wave's people answered, summed by question and cell of the frame. */
export const tallyWave = (reading: Reading, waveId: string): Promise<Tally[]> =>
  reading
    .select({
      questionId: waveAnswers.questionId,
      communityId: waveSamples.communityId,
      ageBand: waveSamples.ageBand,
      sex: waveSamples.sex,
      count: counted(sql`count(*)`),
      right: counted(sql`count(*) filter (where ${waveAnswers.isRight})`),
      unknown: counted(sql`count(*) filter (where ${waveAnswers.optionId} is null)`)
    })
    .from(waveAnswers)
    .innerJoin(waveSamples, eq(waveSamples.sampleId, waveAnswers.sampleId))
    .where(eq(waveSamples.waveId, waveId))
    .groupBy(waveAnswers.questionId, waveSamples.communityId, waveSamples.ageBand, waveSamples.sex)
    .orderBy(waveAnswers.questionId, waveSamples.communityId, waveSamples.ageBand, waveSamples.sex)

/**
 * 练习正确率 of a time: what people answered in practice to questions they had never answered before, in a contest neither. Answers
 * in contests are no practice; those of void attempts and items whose time ran out do not count.
 */
export async function countPractice(reading: Reading, from: Date, until: Date): Promise<{ n: number; right: number }> {
  const isFirst = sql`not exists (select 1 from attempt_items earlier where earlier.person_id = attempt_items.person_id
    and earlier.question_id = attempt_items.question_id and earlier.answer is not null
    and (earlier.answered_at, earlier.item_id) < (attempt_items.answered_at, attempt_items.item_id))`
  const [row] = await reading
    .select({ n: counted(sql`count(*)`), right: counted(sql`count(*) filter (where ${attemptItems.isRight})`) })
    .from(attemptItems)
    .innerJoin(attempts, eq(attempts.attemptId, attemptItems.attemptId))
    .where(
      and(
        isNotNull(attemptItems.answer),
        gte(attemptItems.answeredAt, from),
        lt(attemptItems.answeredAt, until),
        ne(attempts.state, 'void'),
        ne(attempts.mode, 'contest'),
        isFirst
      )
    )
  return row ?? { n: 0, right: 0 }
}
