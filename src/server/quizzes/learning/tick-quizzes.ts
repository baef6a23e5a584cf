import { businessDateOf, startOfBusinessDate } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { listAttempts, listForgotten, lockLearners } from '#server/quizzes/learning/attempt-store'
import { endWithPoints } from '#server/quizzes/learning/end-attempt'

const ATTEMPTS_PER_ROUND_MAX = 100

/**
 * One batch of what happens in quizzes by itself: attempts of past days that nobody finished end as expired, with the points of what
 * was right. Again with the same `now` it changes nothing more.
 * @returns how many ended.
 */
export async function tickQuizzes(writing: Writing, now: Date): Promise<{ expired: number }> {
  const seen = await listForgotten(writing, startOfBusinessDate(businessDateOf(now)), ATTEMPTS_PER_ROUND_MAX)
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
  for (const attempt of open) await endWithPoints(writing, attempt, 'expired', now)
  return { expired: open.length }
}
