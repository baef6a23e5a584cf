import type { Attempt, LockedItem } from '#contract/quiz-shapes'
import type { Contest, PlannedContest } from '#contract/quizzes-contests'
import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { isTold, itemCountOf, phaseOf } from '#server/quizzes/contests/contest-rules'
import {
  countParticipation,
  findContest,
  listContestAttempts,
  lockContest,
  type ContestRow,
  type Participation
} from '#server/quizzes/contests/contest-store'
import { fitsStratum, type PaperCandidate } from '#server/quizzes/contests/paper-rules'
import type { AttemptRow, FullItem } from '#server/quizzes/learning/attempt-store'
import { viewItem, viewLockedItem } from '#server/quizzes/learning/attempt-view'
import { isLate } from '#server/quizzes/learning/draw-rules'
import { listCandidates } from '#server/quizzes/learning/draw-store'
import { refuse } from '#server/refusal'

/** Contests are planned by who works on the bank; to anybody else there are no plans. */
export const requireOffice = (caller: Caller, city: City) => worksOnBank(caller, city) || refuse('not-found')

/** A contest held by who changes it, as they saw it. */
export async function holdContest(writing: Writing, contestId: string, version: number | undefined): Promise<ContestRow> {
  const contest = (await lockContest(writing, contestId)) ?? refuse('not-found')
  return contest.version === version ? contest : refuse('stale-version')
}

/** A contest residents ever knew of: one called off too, for whoever meant to come is told why it is not. A draft never. */
export async function findKnown(reading: Reading, contestId: string): Promise<ContestRow> {
  const contest = await findContest(reading, contestId)
  return contest?.publishedAt ? contest : refuse('not-found')
}

/** A contest that takes place or took place. */
export async function findPublished(reading: Reading, contestId: string): Promise<ContestRow> {
  const contest = await findContest(reading, contestId)
  return contest?.state === 'published' ? contest : refuse('not-found')
}

/** An attempt whose time is over, though the clock has not come round yet. */
const stateOf = ({ state, deadline }: AttemptRow, now: Date) => (state === 'in_progress' && isLate(deadline, now) ? 'expired' : state)

function viewMine(attempt: AttemptRow, now: Date): Contest['mine'] {
  const { attemptId, deadline, score, points, isShown, createdAt } = attempt
  // Told once it is graded: one attempt that is over cannot be changed by it.
  const isGraded = attempt.state === 'submitted' || attempt.state === 'expired'
  return {
    ...{ attemptId, state: stateOf(attempt, now), deadline: (deadline ?? createdAt).toISOString() },
    ...(isGraded && { score, points }),
    isShown
  }
}

function toContest(row: ContestRow, participantCount: number, mine: AttemptRow | undefined, now: Date): Contest {
  const { title, introduction, minutes, award } = row.plan
  return {
    ...{ contestId: row.contestId, title, state: row.state, phase: phaseOf(row, now), minutes, participantCount },
    ...(introduction !== undefined && { introduction }),
    ...{ opensAt: row.opensAt.toISOString(), closesAt: row.closesAt.toISOString(), itemCount: itemCountOf(row.plan) },
    ...(award && { award: { pointsPerRight: award.pointsPerRight, perPersonMax: award.perPersonMax } }),
    ...(row.cancelNote !== null && { cancelNote: row.cancelNote }),
    ...(mine && { mine: viewMine(mine, now) })
  }
}

/** Contests as somebody sees them, with their own attempts. */
export async function viewContests(reading: Reading, rows: readonly ContestRow[], personId: string, now: Date): Promise<Contest[]> {
  const ids = rows.map(row => row.contestId)
  const participation = await countParticipation(reading, ids)
  const mine = new Map((await listContestAttempts(reading, [personId], ids)).map(attempt => [attempt.contestId, attempt]))
  return rows.map(row => toContest(row, participation.get(row.contestId)?.participantCount ?? 0, mine.get(row.contestId), now))
}

export async function viewContest(reading: Reading, row: ContestRow, personId: string, now: Date): Promise<Contest> {
  const [contest] = await viewContests(reading, [row], personId, now)
  return contest ?? refuse('not-found')
}

interface Office {
  participation: ReadonlyMap<string, Participation>
  candidates: readonly PaperCandidate[]
  personId: string
  now: Date
}

function toPlanned(row: ContestRow, { participation, candidates, personId, now }: Office): PlannedContest {
  const { participantCount, submittedCount, meanScore } = participation.get(row.contestId) ?? { participantCount: 0, submittedCount: 0 }
  return {
    contest: toContest(row, participantCount, undefined, now),
    version: row.version,
    plan: row.plan,
    isMine: row.authorId === personId,
    fitting: row.plan.strata.map(stratum => candidates.filter(candidate => fitsStratum(candidate, stratum)).length),
    submittedCount,
    pointsGiven: row.pointsGiven,
    ...(meanScore !== undefined && { meanScore })
  }
}

/** Who of the office looks, when, and which facts hold in the city. */
interface Viewer {
  personId: string
  now: Date
  scopes: readonly string[]
}

/** Contests as the office plans them. */
export async function viewPlanned(reading: Reading, rows: readonly ContestRow[], viewer: Viewer): Promise<PlannedContest[]> {
  if (rows.length === 0) return []
  const participation = await countParticipation(
    reading,
    rows.map(row => row.contestId)
  )
  const candidates = await listCandidates(reading, viewer.scopes)
  return rows.map(row => toPlanned(row, { participation, candidates, ...viewer }))
}

export async function shownPlanned(reading: Reading, contestId: string, viewer: Viewer): Promise<PlannedContest> {
  const row = (await findContest(reading, contestId)) ?? refuse('not-found')
  const [planned] = await viewPlanned(reading, [row], viewer)
  return planned ?? refuse('not-found')
}

/**
 * An attempt at a contest as it stands. Until the contest is over it says how many answers are locked and nothing about them; then
 * everything, also what was left unanswered.
 * @param hiddenFacts what another open attempt asks for.
 */
export function viewContestAttempt(
  attempt: AttemptRow,
  items: readonly FullItem[],
  { contest, hiddenFacts, now }: { contest: ContestRow | undefined; hiddenFacts: ReadonlySet<string>; now: Date }
): Attempt {
  const state = stateOf(attempt, now)
  const isHidden = ({ behind }: FullItem) => behind.draft.factIds.some(factId => hiddenFacts.has(factId))
  const told: LockedItem[] = isTold(contest, now) ? items.filter(item => !isHidden(item)).map(item => viewLockedItem(item, true)) : []
  return {
    ...{ attemptId: attempt.attemptId, mode: attempt.mode, state },
    items: state === 'in_progress' ? items.filter(item => !item.answeredAt).map(viewItem) : [],
    answered: told,
    ...(!isTold(contest, now) && { answeredCount: items.filter(item => item.answeredAt).length }),
    ...(attempt.contestId !== null && { contestId: attempt.contestId }),
    ...(attempt.deadline && { deadline: attempt.deadline.toISOString() })
  }
}
