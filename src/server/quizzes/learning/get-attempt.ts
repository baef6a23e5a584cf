import { quizzes as contract } from '#contract/quizzes'
import { query } from '#server/operation'
import { findContest } from '#server/quizzes/contests/contest-store'
import { viewContestAttempt } from '#server/quizzes/contests/contest-view'
import { findAttempt, listItemsOf, listOpenFacts } from '#server/quizzes/learning/attempt-store'
import { viewAttempt } from '#server/quizzes/learning/attempt-view'
import { refuse } from '#server/refusal'

export const getAttempt = query(contract.getAttempt, async ({ input: { attemptId }, caller, reading, now }) => {
  const attempt = await findAttempt(reading, attemptId)
  if (attempt?.personId !== caller.personId) return refuse('attempt-not-found')
  const items = await listItemsOf(reading, attemptId)
  const hiddenFacts = await listOpenFacts(reading, caller.personId, attemptId)
  if (attempt.contestId === null) return viewAttempt(attempt, items, hiddenFacts)
  return viewContestAttempt(attempt, items, { contest: await findContest(reading, attempt.contestId), hiddenFacts, now })
})
