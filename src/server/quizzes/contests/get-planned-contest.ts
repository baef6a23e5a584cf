import { quizzes as contract } from '#contract/quizzes'
import { query } from '#server/operation'
import { requireOffice, shownPlanned } from '#server/quizzes/contests/contest-view'

export const getPlannedContest = query(contract.getPlannedContest, async ({ input: { contestId }, caller, reading, city, now }) => {
  requireOffice(caller, city)
  return shownPlanned(reading, contestId, caller.personId, now)
})
