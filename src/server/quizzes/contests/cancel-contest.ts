import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { saveContestRow, voidAttempts } from '#server/quizzes/contests/contest-store'
import { holdContest, requireOffice, shownPlanned } from '#server/quizzes/contests/contest-view'
import { refuse } from '#server/refusal'

/** Calls a contest off, until it closes. What it gave stays given. */
export const cancelContest = command(contract.cancelContest, async ({ input, caller, writing, city, settings, now }) => {
  requireOffice(caller, city)
  const { contestId, note } = input
  const { personId } = caller
  const contest = await holdContest(writing, contestId, input.version)
  if (contest.state === 'cancelled' || (contest.state === 'published' && now >= contest.closesAt)) refuse('move-not-allowed')
  const cancelled = { state: 'cancelled', cancelledAt: now, cancelledBy: personId, cancelNote: note } as const
  await saveContestRow(writing, { ...contest, ...cancelled, version: contest.version + 1, changedAt: now }, { actorId: personId, note })
  await voidAttempts(writing, contestId, now)
  return shownPlanned(writing, contestId, { personId, now, scopes: scopesIn(settings.CITY_PLACE) })
})
