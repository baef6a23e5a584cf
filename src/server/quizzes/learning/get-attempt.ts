import { quizzes as contract } from '#contract/quizzes'
import { query } from '#server/operation'
import { findAttempt, listItemsOf, listOpenFacts } from '#server/quizzes/learning/attempt-store'
import { viewAttempt } from '#server/quizzes/learning/attempt-view'
import { refuse } from '#server/refusal'

export const getAttempt = query(contract.getAttempt, async ({ input: { attemptId }, caller, reading }) => {
  const attempt = await findAttempt(reading, attemptId)
  if (attempt?.personId !== caller.personId) return refuse('attempt-not-found')
  return viewAttempt(attempt, await listItemsOf(reading, attemptId), await listOpenFacts(reading, caller.personId, attemptId))
})
