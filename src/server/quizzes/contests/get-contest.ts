import { quizzes as contract } from '#contract/quizzes'
import { query } from '#server/operation'
import { findKnown, viewContest } from '#server/quizzes/contests/contest-view'

export const getContest = query(contract.getContest, async ({ input: { contestId }, caller, reading, now }) =>
  viewContest(reading, await findKnown(reading, contestId), caller.personId, now)
)
