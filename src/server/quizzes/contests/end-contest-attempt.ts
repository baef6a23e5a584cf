import type { AttemptState } from '#contract/quiz-states'
import type { Writing } from '#server/database/database'
import { awardForContest } from '#server/points/points-ledger'
import { endOf } from '#server/quizzes/contests/contest-rules'
import { changeContest, lockContest } from '#server/quizzes/contests/contest-store'
import { endAttempt, listItemsOf, type AttemptRow, type FullItem } from '#server/quizzes/learning/attempt-store'
import { isRight } from '#server/quizzes/learning/grade-rules'

/** The grade of a paper: from the versions it froze and the answers alone, whatever became of the questions since. */
export const scoreOf = (items: readonly Pick<FullItem, 'answer' | 'behind'>[]) =>
  items.filter(({ answer, behind }) => answer !== null && isRight(behind.draft, answer)).length

/**
 * Ends an attempt at a contest with its score, and with points as far as the contest gives any and its budget lasts. The caller holds
 * the learner, and the attempt is in progress. Where the contest was called off meanwhile, the attempt is void.
 */
export async function endContestAttempt(
  writing: Writing,
  attempt: AttemptRow,
  state: Extract<AttemptState, 'submitted' | 'expired'>,
  now: Date
): Promise<AttemptRow> {
  const { attemptId, personId, contestId, businessDate } = attempt
  if (contestId === null) throw new Error(`the attempt ${attemptId} belongs to no contest`)
  const contest = await lockContest(writing, contestId)
  if (contest?.state !== 'published') return { ...attempt, state: 'void' }
  const { award } = contest.plan
  const rightCount = scoreOf(await listItemsOf(writing, attemptId))
  const graded = { attemptId, personId, contestId, businessDate, rightCount, now }
  const budgetLeft = (award?.budget ?? 0) - contest.pointsGiven
  const points = award ? await awardForContest(writing, { ...graded, ...award, budgetLeft }) : 0
  if (points > 0) await changeContest(writing, contestId, { pointsGiven: contest.pointsGiven + points })
  const end = { state, ...endOf(attempt, now), score: rightCount, points }
  await endAttempt(writing, attemptId, end)
  return { ...attempt, ...end }
}
