import { LATE_SECONDS } from '#contract/quiz-states'
import type { Writing } from '#server/database/database'
import { lockContests } from '#server/quizzes/contests/contest-store'
import { forgottenBefore } from '#server/quizzes/learning/attempt-rules'
import { listAttempts, listForgotten, listOverdue, lockLearners } from '#server/quizzes/learning/attempt-store'
import { endWithPoints } from '#server/quizzes/learning/end-attempt'

const ATTEMPTS_PER_ROUND_MAX = 100

/**
 * One batch of what happens in quizzes by itself: attempts of past days, and those at contests whose time
 * is over, end as expired, with the points of what was right. Again with the same `now` it changes nothing more.
 * @returns how many ended.
 */
export async function tickQuizzes(writing: Writing, now: Date): Promise<{ expired: number }> {
  const practice = await listForgotten(writing, forgottenBefore(now), ATTEMPTS_PER_ROUND_MAX)
  const lateAfter = new Date(now.getTime() - LATE_SECONDS * 1000)
  const seen = [...practice, ...(await listOverdue(writing, lateAfter, ATTEMPTS_PER_ROUND_MAX))]
  if (seen.length === 0) return { expired: 0 }
  await lockLearners(
    writing,
    seen.map(attempt => attempt.personId)
  )
  // Read again: their people may have finished them a moment ago. In the order of people, for points are held after learners.
  const open = (
    await listAttempts(
      writing,
      seen.map(attempt => attempt.attemptId)
    )
  ).filter(attempt => attempt.state === 'in_progress')
  open.sort((a, b) => a.personId.localeCompare(b.personId))
  // Contests are held before anybody's points.
  await lockContests(
    writing,
    open.flatMap(({ contestId }) => contestId ?? []),
    'update'
  )
  for (const attempt of open) await endWithPoints(writing, attempt, 'expired', now)
  return { expired: open.length }
}
