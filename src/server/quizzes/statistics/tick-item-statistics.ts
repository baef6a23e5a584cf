import type { QuestionDraft } from '#contract/quiz-shapes'
import { businessDateOf, startOfBusinessDate } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { flagsOf, itemRestCorrelation } from '#server/quizzes/statistics/statistics-rules'
import {
  findNight,
  holdNight,
  listAskedAfter,
  moveNight,
  saveStatistics,
  sumFirstAnswers,
  type CountedVersion,
  type StatisticsRow
} from '#server/quizzes/statistics/statistics-store'

/** Small enough that nobody waits long for the transaction. */
const QUESTIONS_PER_BATCH = 10

export const keyIdsOf = ({ key }: QuestionDraft): readonly string[] => ('optionIds' in key ? key.optionIds : [])

function rowOf({ questionId, version, draft, sums }: CountedVersion, countedUntil: Date): StatisticsRow {
  const flags = flagsOf(sums, keyIdsOf(draft))
  const { n, right, options, medianMilliseconds, rest } = sums
  return {
    ...{ questionId, version, answerCount: n, rightCount: right, discrimination: itemRestCorrelation(rest) ?? null },
    ...{ options: [...options], medianMilliseconds, flags, flagCount: flags.length, countedUntil }
  }
}

/**
 * One batch of the nightly count of how questions do: what was answered before today began, once a business day. Each batch is the
 * same whoever does it, two processes take turns, and after a stop it goes on where it was.
 * @returns how many questions were counted; none where the night is over or in other hands.
 */
export async function tickItemStatistics(writing: Writing, now: Date): Promise<{ counted: number }> {
  const businessDate = businessDateOf(now)
  const known = await findNight(writing, businessDate)
  if (known?.finishedAt) return { counted: 0 }
  const night = await holdNight(writing, { businessDate, countedUntil: startOfBusinessDate(businessDate) })
  if (!night) return { counted: 0 }
  const questionIds = await listAskedAfter(writing, night.lastQuestionId, QUESTIONS_PER_BATCH)
  const lastQuestionId = questionIds.at(-1)
  if (lastQuestionId === undefined) {
    await moveNight(writing, businessDate, { finishedAt: now })
    return { counted: 0 }
  }
  const counted = await sumFirstAnswers(writing, questionIds, night.countedUntil)
  await saveStatistics(
    writing,
    questionIds,
    counted.map(one => rowOf(one, night.countedUntil))
  )
  await moveNight(writing, businessDate, { lastQuestionId })
  return { counted: questionIds.length }
}
