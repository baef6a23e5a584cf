import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { isPast, openDatesAt, streakOn } from '#server/quizzes/learning/attempt-rules'
import {
  findAttempt,
  listDailyDates,
  listItemsOf,
  listOpenFacts,
  lockLearners,
  type FullItem
} from '#server/quizzes/learning/attempt-store'
import { endWithPoints } from '#server/quizzes/learning/end-attempt'
import { refuse } from '#server/refusal'

/** Ends an attempt, once; time that is over ends it as expired, with the points of what was right in time. */
export const finishAttempt = command(contract.finishAttempt, async ({ input: { attemptId }, caller, writing, now }) => {
  await lockLearners(writing, [caller.personId])
  const found = await findAttempt(writing, attemptId)
  if (found?.personId !== caller.personId) return refuse('attempt-not-found')
  const isEarlier = found.mode === 'challenge' && !openDatesAt(now).includes(found.businessDate)
  const state = isEarlier || isPast(found, now) ? 'expired' : 'submitted'
  const ended = found.state === 'in_progress' ? await endWithPoints(writing, found, state, now) : found
  const items = await listItemsOf(writing, attemptId)
  // Left out where another open attempt asks for the fact: the statement would tell it.
  const openFacts = await listOpenFacts(writing, caller.personId)
  const isLearned = ({ isRight, mayEarn, factId }: FullItem) => isRight && mayEarn && !openFacts.has(factId)
  return {
    score: ended.score,
    total: items.length,
    points: ended.points,
    learned: items.filter(isLearned).map(item => ({ topic: item.topic, statement: item.behind.statement })),
    streakDays: streakOn(ended.businessDate, await listDailyDates(writing, caller.personId))
  }
})
