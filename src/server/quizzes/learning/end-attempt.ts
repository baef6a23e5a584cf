import type { AttemptState } from '#contract/quiz-states'
import type { Writing } from '#server/database/database'
import { awardForQuiz } from '#server/points/points-ledger'
import { endContestAttempt } from '#server/quizzes/contests/end-contest-attempt'
import { endAttempt, listItemsOf, type AttemptRow } from '#server/quizzes/learning/attempt-store'

/**
 * Ends an attempt with the points of what was right; what was not answered is not right. The caller holds the learner, and the
 * attempt is in progress.
 */
export async function endWithPoints(
  writing: Writing,
  attempt: AttemptRow,
  state: Extract<AttemptState, 'submitted' | 'expired'>,
  now: Date
): Promise<AttemptRow> {
  if (attempt.mode === 'contest') return endContestAttempt(writing, attempt, state, now)
  const { attemptId, personId, businessDate } = attempt
  const right = (await listItemsOf(writing, attemptId)).filter(item => item.isRight)
  const rightCount = right.filter(item => item.mayEarn).length
  const points = await awardForQuiz(writing, { attemptId, personId, businessDate, rightCount, now })
  const end = { state, finishedAt: now, score: right.length, points }
  await endAttempt(writing, attemptId, end)
  return { ...attempt, ...end }
}
