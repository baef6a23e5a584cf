import { quizzes as contract } from '#contract/quizzes'
import { query } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { requireOffice, shownPlanned } from '#server/quizzes/contests/contest-view'

export const getPlannedContest = query(
  contract.getPlannedContest,
  async ({ input: { contestId }, caller, reading, city, settings, now }) => {
    requireOffice(caller, city)
    return shownPlanned(reading, contestId, { personId: caller.personId, now, scopes: scopesIn(settings.CITY_PLACE) })
  }
)
