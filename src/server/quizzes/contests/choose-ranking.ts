import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { chooseShown, listContestAttempts } from '#server/quizzes/contests/contest-store'
import { findPublished, viewContest } from '#server/quizzes/contests/contest-view'
import { refuse } from '#server/refusal'

/** Whether I stand in the ranking; changed at any time. */
export const chooseRanking = command(contract.chooseRanking, async ({ input: { contestId, isShown }, caller, writing, now }) => {
  const contest = await findPublished(writing, contestId)
  const [mine] = await listContestAttempts(writing, [caller.personId], [contestId])
  if (!mine) return refuse('attempt-not-found')
  await chooseShown(writing, mine.attemptId, isShown)
  return viewContest(writing, contest, caller.personId, now)
})
