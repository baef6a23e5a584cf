import { v7 as newId } from 'uuid'
import type { QuestionDraft } from '#contract/quiz-shapes'
import type { DraftFault } from '#contract/quiz-states'
import { quizzes as contract } from '#contract/quizzes'
import type { Writing } from '#server/database/database'
import { command } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { keepFacts, type FactRow } from '#server/quizzes/bank/fact-store'
import { toQuestionCard } from '#server/quizzes/bank/question-card'
import { faultsOfDraft, faultsOfFacts } from '#server/quizzes/bank/question-draft-rules'
import { holdQuestion, isStemKnown, saveVersion, wasEverActive, type QuestionRow } from '#server/quizzes/bank/question-store'
import { refuse, refuseInput } from '#server/refusal'

/** The question the editor has in hand, as they saw it; nothing where it is a new one. */
async function hold(writing: Writing, input: { questionId?: string | undefined; version?: number | undefined }) {
  if (input.questionId === undefined) return undefined
  if (input.version === undefined) refuseInput('version', 'needed for a question that is there already')
  const row = (await holdQuestion(writing, input.questionId)) ?? refuse('not-found')
  return row.version === input.version ? row : refuse('stale-version')
}

async function faultsOf(
  writing: Writing,
  draft: QuestionDraft,
  { facts, before }: { facts: readonly FactRow[]; before: QuestionRow | undefined }
): Promise<DraftFault[]> {
  const faults = [...faultsOfDraft(draft), ...faultsOfFacts(draft, new Map(facts.map(fact => [fact.factId, fact.scope])))]
  if (await isStemKnown(writing, draft.stem, before?.questionId)) faults.push('stem-known')
  // Who practised a question knows its answer: it cannot measure any more what a city knows, nor the other way round.
  if (before && before.pool !== draft.pool && (await wasEverActive(writing, before.questionId))) faults.push('pool-fixed')
  return faults
}

/** Writes a version of a question. Somebody else reviews it before it is asked. */
export const saveQuestion = command(contract.saveQuestion, async ({ input: { draft, ...input }, caller, writing, city, now }) => {
  if (!worksOnBank(caller, city)) refuse('not-found')
  // Facts first, as when one is suspended, so that the two never wait for each other in a circle.
  const facts = await keepFacts(writing, draft.factIds)
  const before = await hold(writing, input)
  const faults = await faultsOf(writing, draft, { facts, before })
  const main = facts.find(fact => fact.factId === draft.factIds[0])
  if (faults.length > 0 || !main) return refuse('question-faults', { faults })
  const row: QuestionRow = {
    questionId: before?.questionId ?? newId(),
    version: (before?.version ?? 0) + 1,
    state: 'draft',
    pool: draft.pool,
    type: draft.type,
    topic: main.topic,
    factId: main.factId,
    stem: draft.stem,
    difficulty: draft.difficulty,
    isFactSuspended: facts.some(fact => fact.suspendedAt !== null),
    authorId: caller.personId,
    changedAt: now
  }
  await saveVersion(writing, row, draft)
  return toQuestionCard(row, caller.personId)
})
