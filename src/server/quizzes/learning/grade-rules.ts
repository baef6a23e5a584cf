import type { Answer, QuestionDraft } from '#contract/quiz-shapes'
import { isFilledIn } from '#server/quizzes/fill-ins/fill-in-rules'
import { normaliseFillIn } from '#server/quizzes/bank/question-file-rules'

const isSameSet = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && new Set(left).size === left.length && left.every(id => right.includes(id))

const optionIdsOf = (draft: QuestionDraft) => (draft.options ?? []).map(option => option.optionId)

function chosenFault(draft: QuestionDraft, optionIds: readonly string[]): string | undefined {
  const known = optionIdsOf(draft)
  if (new Set(optionIds).size < optionIds.length) return 'an option is chosen twice'
  if (optionIds.some(id => !known.includes(id))) return 'an option is not one of this item'
  return draft.type !== 'multiple' && optionIds.length > 1 ? 'this item takes one option' : undefined
}

function sortedFault(draft: QuestionDraft, bins: Readonly<Record<string, string>>): string | undefined {
  const binIds = (draft.bins ?? []).map(bin => bin.binId)
  if (!isSameSet(Object.keys(bins), optionIdsOf(draft))) return 'every option goes into a bin, and no other'
  return Object.values(bins).some(id => !binIds.includes(id)) ? 'a bin is not one of this item' : undefined
}

/** Why an answer cannot be meant for this question, whatever is right; undefined where it can. It says nothing about the key. */
export function answerFault(draft: QuestionDraft, answer: Answer): string | undefined {
  const kind = draft.type === 'fill' ? 'text' : draft.type === 'order' || draft.type === 'bins' ? draft.type : 'optionIds'
  if (!(kind in answer)) return `this item is answered by ${kind}`
  if ('optionIds' in answer) return chosenFault(draft, answer.optionIds)
  if ('order' in answer) return isSameSet(answer.order, optionIdsOf(draft)) ? undefined : 'every option has one place'
  return 'bins' in answer ? sortedFault(draft, answer.bins) : undefined
}

/** Whether an answer is right. It depends on the version that was asked and on the answer alone, so it can be reckoned again for ever. */
export function isRight({ stem, key }: QuestionDraft, answer: Answer): boolean {
  if ('optionIds' in key) return 'optionIds' in answer && isSameSet(answer.optionIds, key.optionIds)
  if ('order' in key) return 'order' in answer && answer.order.join() === key.order.join()
  if ('texts' in key) return 'text' in answer && isFilledIn(stem, key.texts, answer.text)
  const placed = 'bins' in answer ? answer.bins : {}
  return (
    isSameSet(Object.keys(placed), Object.keys(key.bins)) &&
    Object.entries(key.bins).every(([optionId, binId]) => placed[optionId] === binId)
  )
}

/** The key in the shape of an answer; for words the usual way to write them. */
export const keyAsAnswer = ({ key }: QuestionDraft): Answer => ('texts' in key ? { text: key.texts[0] ?? '' } : key)

/** Two answers that say the same, however they are written down. */
export function isSameAnswer(left: Answer, right: Answer): boolean {
  const sorted = (answer: Answer) => {
    if ('optionIds' in answer) return ['options', ...[...answer.optionIds].sort()]
    if ('order' in answer) return ['order', ...answer.order]
    if ('text' in answer) return ['text', normaliseFillIn(answer.text)]
    return Object.entries(answer.bins)
      .map(([optionId, binId]) => `${optionId}=${binId}`)
      .sort()
  }
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right))
}
