import type { Attempt, Item, Locked, LockedItem } from '#contract/quiz-shapes'
import type { AttemptRow, FullItem } from '#server/quizzes/learning/attempt-store'
import { keyAsAnswer } from '#server/quizzes/learning/grade-rules'

/** An item as it is asked. Built field by field: what is not named here stays on the server. */
export function viewItem({ itemId, topic, reason, answerBy, optionOrder, behind: { draft } }: FullItem): Item {
  const texts = new Map((draft.options ?? []).map(option => [option.optionId, option.text]))
  return {
    itemId,
    type: draft.type,
    topic,
    stem: draft.stem,
    ...(draft.options && { options: optionOrder.map(optionId => ({ optionId, text: texts.get(optionId) ?? '' })) }),
    ...(draft.bins && { bins: draft.bins.map(({ binId, text }) => ({ binId, text })) }),
    reason,
    ...(answerBy && { answerBy: answerBy.toISOString() })
  }
}

/**
 * What is told of an item once its answer is locked, or can come no more.
 * @throws where neither is so: nothing may be told by mistake.
 */
export function viewLocked({ itemId, answeredAt, isRight, behind }: FullItem, isOver = false): Locked {
  if (!answeredAt && !isOver) throw new Error(`the item ${itemId} is not answered yet`)
  const { draft, law, version, article, statement } = behind
  return {
    correct: isRight === true,
    key: keyAsAnswer(draft),
    explanation: draft.explanation,
    source: { law, version, article, statement }
  }
}

export const viewLockedItem = (item: FullItem, isOver = false): LockedItem => ({
  item: viewItem(item),
  ...(item.answer && { answer: item.answer }),
  locked: viewLocked(item, isOver)
})

/**
 * An attempt as it stands.
 * @param hiddenFacts what another open attempt asks for: an answer of long ago must not tell it.
 */
export function viewAttempt(attempt: AttemptRow, items: readonly FullItem[], hiddenFacts: ReadonlySet<string> = new Set()): Attempt {
  const isHidden = ({ behind }: FullItem) => behind.draft.factIds.some(factId => hiddenFacts.has(factId))
  return {
    attemptId: attempt.attemptId,
    mode: attempt.mode,
    state: attempt.state,
    ...(attempt.topic !== null && { topic: attempt.topic }),
    items: attempt.state === 'in_progress' ? items.filter(item => !item.answeredAt).map(viewItem) : [],
    answered: items.filter(item => item.answeredAt && !isHidden(item)).map(item => viewLockedItem(item)),
    ...(attempt.deadline && { deadline: attempt.deadline.toISOString() })
  }
}
