import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { faultsOfPlan, type PlanFault } from '#server/quizzes/contests/contest-rules'
import { saveContestRow } from '#server/quizzes/contests/contest-store'
import { holdContest, requireOffice, shownPlanned } from '#server/quizzes/contests/contest-view'
import { lackingStrata } from '#server/quizzes/contests/paper-rules'
import { listCandidates } from '#server/quizzes/learning/draw-store'
import { refuse } from '#server/refusal'

/** A second person publishes it, once a paper can be drawn by its plan. */
export const publishContest = command(contract.publishContest, async ({ input, caller, writing, city, settings, now }) => {
  requireOffice(caller, city)
  const contest = await holdContest(writing, input.contestId, input.version)
  const { plan, contestId } = contest
  if (contest.state !== 'draft') refuse('move-not-allowed')
  if (contest.authorId === caller.personId) refuse('same-person')
  const lacking = lackingStrata(await listCandidates(writing, scopesIn(settings.CITY_PLACE)), plan.strata)
  const faults = [...faultsOfPlan(plan, now), ...lacking.map((stratum): PlanFault => ({ fault: 'too-few-questions', stratum }))]
  if (faults.length > 0) refuse('contest-faults', { faults })
  const published = { state: 'published', publisherId: caller.personId, publishedAt: now } as const
  const row = { ...contest, ...published, version: contest.version + 1, changedAt: now }
  await saveContestRow(writing, row, { actorId: caller.personId })
  return shownPlanned(writing, contestId, { personId: caller.personId, now, scopes: scopesIn(settings.CITY_PLACE) })
})
