import { fieldingOperations as contract } from '#contract/quizzes-fielding'
import { command } from '#server/operation'
import { isInterviewer, releaseHolds } from '#server/quizzes/fielding/fielding-store'
import { refuse } from '#server/refusal'

/** What is not the caller's, or no longer, is passed over: asking twice gives back once. */
export const giveBackInterviews = command(contract.giveBackInterviews, async ({ input, caller, writing, now }) => {
  if (!(await isInterviewer(writing, input.waveId, caller.personId))) refuse('not-found')
  return { givenBackCount: await releaseHolds(writing, input.waveId, caller.personId, input.sampleIds, now) }
})
