import { v7 as newId } from 'uuid'
import { quizzes as contract } from '#contract/quizzes'
import type { ContestPlan } from '#contract/quizzes-contests'
import type { Writing } from '#server/database/database'
import { command } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { faultsOfPlan } from '#server/quizzes/contests/contest-rules'
import { saveContestRow, type ContestRow } from '#server/quizzes/contests/contest-store'
import { holdContest, requireOffice, shownPlanned } from '#server/quizzes/contests/contest-view'
import { refuse } from '#server/refusal'

/** A contest that nobody has written before. */
const blank = (plan: ContestPlan, authorId: string, now: Date): Omit<ContestRow, 'opensAt' | 'closesAt'> => ({
  ...{ contestId: newId(), version: 0, state: 'draft', plan, authorId, changedAt: now, pointsGiven: 0 },
  ...{ publisherId: null, publishedAt: null, cancelledAt: null, cancelledBy: null, cancelNote: null }
})

async function holdDraft(writing: Writing, contestId: string, version: number | undefined): Promise<ContestRow> {
  const contest = await holdContest(writing, contestId, version)
  return contest.state === 'draft' ? contest : refuse('move-not-allowed')
}

/** Writes a contest. Who wrote its last version is its author; whether there are questions enough is asked when it is published. */
export const saveContest = command(contract.saveContest, async ({ input, caller, writing, city, settings, now }) => {
  requireOffice(caller, city)
  const { contestId, version, plan } = input
  const { personId } = caller
  const before = contestId === undefined ? blank(plan, personId, now) : await holdDraft(writing, contestId, version)
  const faults = faultsOfPlan(plan, now)
  if (faults.length > 0) refuse('contest-faults', { faults })
  const period = { opensAt: new Date(plan.opensAt), closesAt: new Date(plan.closesAt) }
  const row = { ...before, ...period, plan, version: before.version + 1, authorId: personId, changedAt: now }
  await saveContestRow(writing, row, { actorId: personId })
  return shownPlanned(writing, row.contestId, { personId, now, scopes: scopesIn(settings.CITY_PLACE) })
})
