import type { Answer, Item, Locked } from '#contract/quiz-shapes'
import { quizzes as contract } from '#contract/quizzes'
import type { Writing } from '#server/database/database'
import { gatheredCommand, type GatheredCall, type Outcome } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { decideAnswer, type AnswerDecision } from '#server/quizzes/learning/attempt-rules'
import {
  findItemAt,
  insertItems,
  listAttempts,
  listItemsById,
  listItemsOf,
  listOpenFacts,
  lockAnswers,
  lockLearners,
  type AttemptRow,
  type FullItem
} from '#server/quizzes/learning/attempt-store'
import { viewItem, viewLocked } from '#server/quizzes/learning/attempt-view'
import { freezeItems } from '#server/quizzes/learning/begin-attempt'
import { drawChallenge, type Chance } from '#server/quizzes/learning/draw-rules'
import { readLearner } from '#server/quizzes/learning/draw-material'
import { listCandidates } from '#server/quizzes/learning/draw-store'
import { endWithPoints } from '#server/quizzes/learning/end-attempt'
import { rememberAnswers } from '#server/quizzes/learning/remember-answers'
import { Refusal } from '#server/refusal'

type Call = GatheredCall<{ attemptId: string; itemId: string; answer: Answer; milliseconds?: number | undefined }>
type Reply = (Locked & { next?: Item }) | { accepted: true }

interface Decided {
  decision: AnswerDecision | { kind: 'attempt-not-found' | 'item-not-in-attempt' }
  attempt: AttemptRow | undefined
  /** As it stands after the decision. */
  item: FullItem | undefined
}

type Held = { attempts: Map<string, AttemptRow>; items: Map<string, FullItem> }

async function hold(writing: Writing, calls: readonly Call[]): Promise<Held> {
  await lockLearners(
    writing,
    calls.map(call => call.caller.personId)
  )
  const attempts = await listAttempts(
    writing,
    calls.map(call => call.input.attemptId)
  )
  const items = await listItemsById(
    writing,
    calls.map(call => call.input.itemId)
  )
  return { attempts: new Map(attempts.map(row => [row.attemptId, row])), items: new Map(items.map(row => [row.itemId, row])) }
}

const isLocking = ({ decision }: Decided) => decision.kind === 'graded' || decision.kind === 'late'

/** Decides one call on what the calls before it in the batch left. */
function decideCall({ input, caller, now }: Call, held: Held): Decided {
  const attempt = held.attempts.get(input.attemptId)
  if (attempt?.personId !== caller.personId) return { decision: { kind: 'attempt-not-found' }, attempt: undefined, item: undefined }
  const item = held.items.get(input.itemId)
  if (item?.attemptId !== attempt.attemptId) return { decision: { kind: 'item-not-in-attempt' }, attempt, item: undefined }
  const { mode, state, businessDate, deadline } = attempt
  const decision = decideAnswer({ ...item, mode, state, businessDate, deadline, draft: item.behind.draft }, input.answer, now)
  if (decision.kind !== 'graded' && decision.kind !== 'late') return { decision, attempt, item }
  const given = decision.kind === 'graded' ? { answer: input.answer, isRight: decision.isRight } : { answer: null, isRight: false }
  const answered = { ...item, ...given, answeredAt: now, milliseconds: input.milliseconds ?? null }
  held.items.set(item.itemId, answered)
  return { decision, attempt, item: answered }
}

interface At {
  now: Date
  chance: Chance
  scopes: readonly string[]
}

/** The next item of a challenge after a right answer; where none is left, the challenge is won and over. */
async function drawNext(writing: Writing, attempt: AttemptRow, { now, chance, scopes }: At): Promise<void> {
  const items = await listItemsOf(writing, attempt.attemptId)
  const asked = new Set(items.map(item => item.questionId))
  const learner = await readLearner(writing, attempt.personId, now, attempt.attemptId)
  // What was explained a moment ago would tell the next item about the same fact.
  const openFacts = new Set([...learner.openFacts, ...items.flatMap(item => item.behind.draft.factIds)])
  const next = drawChallenge(await listCandidates(writing, scopes), { ...learner, openFacts }, asked, chance)
  if (!next) await endWithPoints(writing, attempt, 'submitted', now)
  else await insertItems(writing, await freezeItems(writing, [next], { attempt, firstPosition: asked.size + 1, now, chance }))
}

async function goOn(writing: Writing, { decision, attempt, item }: Decided, at: At): Promise<void> {
  const { now } = at
  if (attempt?.mode !== 'challenge' || !item) return
  if (decision.kind === 'late') await endWithPoints(writing, attempt, 'expired', now)
  else if (item.isRight) await drawNext(writing, attempt, at)
  else await endWithPoints(writing, attempt, 'submitted', now)
}

async function reply(writing: Writing, { attempt, item }: { attempt: AttemptRow; item: FullItem }): Promise<Reply> {
  const next = attempt.mode === 'challenge' && item.isRight ? await findItemAt(writing, attempt.attemptId, item.position + 1) : undefined
  return { ...viewLocked(item), ...(next && { next: viewItem(next) }) }
}

/** Whether another open attempt asks for a fact of this item: then what was right here must not be told again before it is locked there. */
async function isOpenElsewhere(writing: Writing, { attemptId, personId, behind }: FullItem): Promise<boolean> {
  const openFacts = await listOpenFacts(writing, personId, attemptId)
  return behind.draft.factIds.some(factId => openFacts.has(factId))
}

async function outcomeOf(writing: Writing, { decision, attempt, item }: Decided): Promise<Outcome<Reply>> {
  const isLocked = decision.kind === 'graded' || decision.kind === 'replayed'
  // What was right is told when the contest is over, in the attempt; until then all answers get one reply.
  if (isLocked && attempt?.mode === 'contest') return { answer: { accepted: true } }
  if (decision.kind === 'replayed' && item && (await isOpenElsewhere(writing, item)))
    return { refusal: new Refusal(attempt?.state === 'in_progress' ? 'already-answered' : 'attempt-closed') }
  if (isLocked && attempt && item) return { answer: await reply(writing, { attempt, item }) }
  if (decision.kind === 'bad-input') return { refusal: new Refusal('bad-input', { faults: [{ path: 'answer', reason: decision.reason }] }) }
  // What is late is refused and written all the same: a refusal that is told, not thrown, takes nothing back.
  if (decision.kind === 'late' || decision.kind === 'graded' || decision.kind === 'replayed')
    return { refusal: new Refusal('attempt-expired') }
  return { refusal: new Refusal(decision.kind) }
}

/** Locks answers, those of one moment together, and tells of each what was right. */
export const answerItem = gatheredCommand(contract.answerItem, async ({ calls, writing, chance, settings }) => {
  const held = await hold(writing, calls)
  const decided = calls.map(call => decideCall(call, held))
  const locked = decided.flatMap(one => (isLocking(one) && one.item ? [one.item] : []))
  await lockAnswers(
    writing,
    locked.map(({ itemId, answer, answeredAt, isRight, milliseconds }) => ({
      ...{ itemId, answer, milliseconds },
      answeredAt: answeredAt as Date,
      isRight: isRight === true
    }))
  )
  // A contest leaves nothing behind from which one could tell before its end what was right.
  await rememberAnswers(
    writing,
    locked.filter(item => item.reason !== 'contest')
  )
  const scopes = scopesIn(settings.CITY_PLACE)
  for (const [n, one] of decided.entries()) if (isLocking(one)) await goOn(writing, one, { now: (calls[n] as Call).now, chance, scopes })
  const outcomes: Outcome<Reply>[] = []
  for (const one of decided) outcomes.push(await outcomeOf(writing, one))
  return outcomes
})
