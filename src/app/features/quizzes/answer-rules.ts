import type { Answer, Item } from '#contract/quiz-shapes'

/** An answer while it is being made, whatever the type of the question. */
export interface AnswerDraft {
  /** Options tapped: chosen ones, or the order so far. */
  optionIds: readonly string[]
  text: string
  /** The bin of each option placed so far. */
  bins: Readonly<Record<string, string>>
}

export const emptyDraft: AnswerDraft = { optionIds: [], text: '', bins: {} }

const without = (optionIds: readonly string[], optionId: string) => optionIds.filter(one => one !== optionId)

/** A tap on an option: one takes the place of the other, several go on and off, and in an order it joins the end or leaves its place. */
export function tapped(type: Item['type'], draft: AnswerDraft, optionId: string): AnswerDraft {
  const isIn = draft.optionIds.includes(optionId)
  if (type === 'single' || type === 'true-false') return { ...draft, optionIds: [optionId] }
  return { ...draft, optionIds: isIn ? without(draft.optionIds, optionId) : [...draft.optionIds, optionId] }
}

export const undone = (draft: AnswerDraft): AnswerDraft => ({ ...draft, optionIds: draft.optionIds.slice(0, -1) })

export const placed = (draft: AnswerDraft, optionId: string, binId: string): AnswerDraft => ({
  ...draft,
  bins: { ...draft.bins, [optionId]: binId }
})

/** The next option without a bin after this one, going round; undefined once all have one. */
export function nextToPlace({ options = [] }: Pick<Item, 'options'>, { bins }: AnswerDraft, after?: string): string | undefined {
  const start = options.findIndex(({ optionId }) => optionId === after) + 1
  return [...options.slice(start), ...options.slice(0, start)].find(({ optionId }) => !(optionId in bins))?.optionId
}

/** The answer as it is sent, or undefined while something is missing. */
export function answerOf({ type, options = [] }: Pick<Item, 'type' | 'options'>, draft: AnswerDraft): Answer | undefined {
  const { optionIds, bins } = draft
  const text = draft.text.trim()
  if (type === 'fill') return text ? { text } : undefined
  if (type === 'bins') return options.every(({ optionId }) => optionId in bins) ? { bins: { ...bins } } : undefined
  if (type === 'order') return optionIds.length === options.length ? { order: [...optionIds] } : undefined
  return optionIds.length > 0 ? { optionIds: [...optionIds] } : undefined
}

/** The draft an answer was made of, to show it again. */
export const draftOf = (answer: Answer | undefined): AnswerDraft => ({
  optionIds: answer && 'optionIds' in answer ? answer.optionIds : answer && 'order' in answer ? answer.order : [],
  text: answer && 'text' in answer ? answer.text : '',
  bins: answer && 'bins' in answer ? answer.bins : {}
})
