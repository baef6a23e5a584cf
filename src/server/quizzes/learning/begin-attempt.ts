import { v7 as newId } from 'uuid'
import { POLICY_VERSION } from '#contract/people'
import type { Attempt, QuestionDraft } from '#contract/quiz-shapes'
import type { QuizMode } from '#contract/quiz-states'
import { businessDateOf } from '#server/business-date'
import type { Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { refuse } from '#server/refusal'
import { openDatesAt } from '#server/quizzes/learning/attempt-rules'
import { viewAttempt } from '#server/quizzes/learning/attempt-view'
import {
  insertAttempts,
  listItemsOf,
  listOpenFacts,
  listOpenAttempts,
  lockLearners,
  type AttemptRow,
  type NewItem
} from '#server/quizzes/learning/attempt-store'
import { answerByOf, isLate, orderOptions, type Chance, type Drawn, type Learner } from '#server/quizzes/learning/draw-rules'
import { readLearner } from '#server/quizzes/learning/draw-material'
import { listDrafts } from '#server/quizzes/learning/draw-store'
import { endWithPoints } from '#server/quizzes/learning/end-attempt'

export interface Beginning {
  writing: Writing
  caller: Caller
  now: Date
  chance: Chance
}

interface Asked {
  mode: Exclude<QuizMode, 'contest'>
  topic?: string
  draw: (learner: Learner) => Promise<Drawn[]>
}

interface Freezing {
  attempt: Pick<AttemptRow, 'attemptId' | 'personId' | 'mode'>
  firstPosition: number
  now: Date
  chance: Chance
}

/** Freezes what was drawn: the version of each question and the order its options are shown in. */
export const freezeItems = async (writing: Writing, drawn: readonly Drawn[], freezing: Freezing): Promise<NewItem[]> =>
  frozenItems(drawn, await listDrafts(writing, drawn), freezing)

/** @param drafts what each question drawn says, in their order. */
export function frozenItems(
  drawn: readonly Drawn[],
  drafts: readonly QuestionDraft[],
  { attempt, firstPosition, now, chance }: Freezing
): NewItem[] {
  return drawn.flatMap(({ questionId, version, factId, topic, reason, mayEarn }, n) => {
    const draft = drafts[n]
    if (!draft) return []
    const { attemptId, personId, mode } = attempt
    const answerBy = mode === 'challenge' ? answerByOf(now) : null
    const shown = { optionOrder: orderOptions(draft, chance), reason, mayEarn, answerBy }
    return [{ itemId: newId(), attemptId, position: firstPosition + n, personId, questionId, version, factId, topic, ...shown }]
  })
}

/** The open attempt of the same kind, if it may still go on; a challenge whose seconds ran out is ended here. */
async function findOpen({ writing, caller, now }: Beginning, { mode, topic }: Asked): Promise<Attempt | undefined> {
  const open = (await listOpenAttempts(writing, caller.personId, openDatesAt(now))).find(
    attempt => attempt.mode === mode && attempt.topic === (topic ?? null)
  )
  if (!open) return undefined
  const items = await listItemsOf(writing, open.attemptId)
  if (!items.some(item => !item.answeredAt && isLate(item.answerBy, now)))
    return viewAttempt(open, items, await listOpenFacts(writing, caller.personId, open.attemptId))
  await endWithPoints(writing, open, 'expired', now)
  return undefined
}

/** Goes on with the unfinished attempt of today, or of yesterday shortly after midnight, or draws a new one. Two phones at once get the same. */
export async function beginAttempt(beginning: Beginning, asked: Asked): Promise<Attempt> {
  const { writing, caller, now, chance } = beginning
  if (caller.consentedPolicy !== POLICY_VERSION) refuse('consent-needed')
  const { personId } = caller
  await lockLearners(writing, [personId])
  const open = await findOpen(beginning, asked)
  if (open) return open
  const drawn = await asked.draw(await readLearner(writing, personId, now))
  if (drawn.length === 0) refuse('nothing-to-practise')
  const { mode, topic = null } = asked
  const attempt = { attemptId: newId(), personId, mode, topic, businessDate: businessDateOf(now), createdAt: now }
  const items = await freezeItems(writing, drawn, { attempt, firstPosition: 1, now, chance })
  const [row] = await insertAttempts(writing, [attempt], items)
  if (!row) throw new Error(`the attempt ${attempt.attemptId} was not written`)
  return viewAttempt(row, await listItemsOf(writing, attempt.attemptId))
}
