import { v7 as newId } from 'uuid'
import { POLICY_VERSION } from '#contract/people'
import type { Attempt } from '#contract/quiz-shapes'
import { quizzes as contract } from '#contract/quizzes'
import { businessDateOf } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { gatheredCommand, type GatheredCall, type Outcome } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { deadlineOf, mayBegin } from '#server/quizzes/contests/contest-rules'
import { chooseShown, listContestAttempts, listOpenPractice, lockContests, type ContestRow } from '#server/quizzes/contests/contest-store'
import { viewContestAttempt } from '#server/quizzes/contests/contest-view'
import { drawPaper, type PaperCandidate } from '#server/quizzes/contests/paper-rules'
import { insertAttempts, listItemsOfAll, lockLearners, type AttemptRow } from '#server/quizzes/learning/attempt-store'
import { frozenItems } from '#server/quizzes/learning/begin-attempt'
import { isLate, type Chance, type Drawn } from '#server/quizzes/learning/draw-rules'
import { listCandidates, listDrafts } from '#server/quizzes/learning/draw-store'
import { endWithPoints } from '#server/quizzes/learning/end-attempt'
import { Refusal } from '#server/refusal'

type Call = GatheredCall<{ contestId: string; isShown?: boolean | undefined }>

interface Begun {
  attempt: Pick<AttemptRow, 'attemptId' | 'personId' | 'topic' | 'businessDate' | 'createdAt' | 'contestId' | 'isShown' | 'deadline'> & {
    mode: 'contest'
  }
  paper: Drawn[]
}

/** What calls of one moment find, and what they leave. */
interface Held {
  contests: ReadonlyMap<string, ContestRow>
  /** By contest and person. */
  attempts: Map<string, AttemptRow>
  candidates: readonly PaperCandidate[]
  begun: Map<string, Begun>
  overdue: Map<string, AttemptRow>
  chance: Chance
}

const keyOf = ({ contestId, personId }: { contestId: string | null; personId: string }) => `${contestId} ${personId}`

async function hold(writing: Writing, calls: readonly Call[], chance: Chance, scopes: readonly string[]): Promise<Held> {
  const personIds = calls.map(call => call.caller.personId)
  const contestIds = calls.map(call => call.input.contestId)
  await lockLearners(writing, personIds)
  const attempts = await listContestAttempts(writing, personIds, contestIds)
  const now = new Date(Math.max(...calls.map(call => call.now.getTime())))
  const isEnding = attempts.some(attempt => attempt.state === 'in_progress' && isLate(attempt.deadline, now))
  const contests = await lockContests(writing, contestIds, isEnding ? 'update' : 'share')
  const candidates = await listCandidates(writing, scopes)
  const byKey = new Map(attempts.map(attempt => [keyOf(attempt), attempt]))
  return { contests, attempts: byKey, candidates, begun: new Map(), overdue: new Map(), chance }
}

function begin({ caller: { personId }, input: { isShown = false }, now }: Call, contest: ContestRow, held: Held): string | Refusal {
  const { contestId, closesAt, plan } = contest
  const paper = drawPaper(held.candidates, plan.strata, held.chance)
  if (!mayBegin(contest, now) || paper.length === 0) return new Refusal('contest-not-open')
  const deadline = deadlineOf(closesAt, plan.minutes, now)
  const given = { mode: 'contest', topic: null, businessDate: businessDateOf(now), createdAt: now, deadline } as const
  const attempt = { ...given, attemptId: newId(), personId, contestId, isShown }
  held.begun.set(keyOf(attempt), { attempt, paper })
  return attempt.attemptId
}

/** The attempt a call goes on with or begins, or why not. There is one for each person. */
function decide(call: Call, held: Held): string | Refusal {
  const { caller, input, now } = call
  if (caller.consentedPolicy !== POLICY_VERSION) return new Refusal('consent-needed')
  const contest = held.contests.get(input.contestId)
  if (contest?.state !== 'published') return new Refusal('not-found')
  const key = keyOf({ contestId: input.contestId, personId: caller.personId })
  const begun = held.begun.get(key)
  if (begun) return begun.attempt.attemptId
  const attempt = held.attempts.get(key)
  if (!attempt) return begin(call, contest, held)
  if (attempt.state === 'expired') return new Refusal('attempt-expired')
  if (attempt.state !== 'in_progress') return new Refusal('attempt-closed')
  if (!isLate(attempt.deadline, now)) return attempt.attemptId
  held.overdue.set(key, attempt)
  return new Refusal('attempt-expired')
}

/**
 * Practice that waits for an answer to a fact of the new paper ends here: its answer would tell what the contest asks. It ends with
 * what was answered, and another may be begun at once, about other facts.
 */
async function listTelling(writing: Writing, begun: readonly Begun[]): Promise<AttemptRow[]> {
  if (begun.length === 0) return []
  const asked = new Map<string, Set<string>>()
  for (const { attempt, paper } of begun) {
    const facts = asked.get(attempt.personId) ?? new Set()
    asked.set(attempt.personId, facts)
    for (const factId of paper.flatMap(one => one.factIds)) facts.add(factId)
  }
  const practice = await listOpenPractice(writing, [...asked.keys()])
  return practice.flatMap(({ attempt, factIds }) => (factIds.some(factId => asked.get(attempt.personId)?.has(factId)) ? [attempt] : []))
}

/** Draws, shuffles and freezes what was begun; all papers are written together. */
async function write(writing: Writing, { begun, chance }: Held): Promise<AttemptRow[]> {
  const papers = [...begun.values()]
  const drafts = await listDrafts(
    writing,
    papers.flatMap(({ paper }) => paper)
  )
  let from = 0
  const items = papers.flatMap(({ attempt, paper }) => {
    const mine = drafts.slice(from, (from += paper.length))
    return frozenItems(paper, mine, { attempt, firstPosition: 1, now: attempt.createdAt, chance })
  })
  return insertAttempts(
    writing,
    papers.map(({ attempt }) => attempt),
    items
  )
}

/** 知识竞赛: a paper of one's own, and the time of the server. Those who begin in the same moment are written together. */
export const startContest = gatheredCommand(contract.startContest, async ({ calls, writing, chance, settings }) => {
  const held = await hold(writing, calls, chance, scopesIn(settings.CITY_PLACE))
  const decided = calls.map(call => decide(call, held))
  const now = (calls.at(-1) as Call).now
  const ending = [...held.overdue.values()].map(attempt => ({ attempt, state: 'expired' as const }))
  const telling = (await listTelling(writing, [...held.begun.values()])).map(attempt => ({ attempt, state: 'submitted' as const }))
  // In the order of people, for points are held after learners.
  const all = [...ending, ...telling].sort((a, b) => a.attempt.personId.localeCompare(b.attempt.personId))
  for (const { attempt, state } of all) await endWithPoints(writing, attempt, state, now)
  const written = await write(writing, held)
  const attempts = new Map([...held.attempts.values(), ...written].map(attempt => [attempt.attemptId, attempt]))
  for (const [n, { input }] of calls.entries()) {
    const attempt = attempts.get(String(decided[n]))
    if (attempt && input.isShown !== undefined && input.isShown !== attempt.isShown)
      await chooseShown(writing, attempt.attemptId, input.isShown)
  }
  const items = await listItemsOfAll(
    writing,
    decided.filter(one => typeof one === 'string')
  )
  return decided.map((one, n): Outcome<Attempt> => {
    if (one instanceof Refusal) return { refusal: one }
    const attempt = attempts.get(one) as AttemptRow
    const contest = held.contests.get((calls[n] as Call).input.contestId)
    const asked = items.filter(item => item.attemptId === one)
    return { answer: viewContestAttempt(attempt, asked, { contest, hiddenFacts: new Set(), now: (calls[n] as Call).now }) }
  })
})
