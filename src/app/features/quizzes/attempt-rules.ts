import type { Answer, Attempt, Item, Locked, LockedItem } from '#contract/quiz-shapes'
import type { PracticeMode } from '#app/features/quizzes/paths'

/** An answer on its way to the server. */
export interface SentAnswer {
  attemptId: string
  itemId: string
  answer: Answer
  milliseconds?: number
}

/** What `answerItem` says of one item: the verdict and perhaps the next, or only that it was taken. */
export type Reply = (Locked & { next?: Item }) | { accepted: true }

/** How many answers are locked; those of a contest that is not over are only counted. */
const lockedCount = ({ answered, answeredCount }: Attempt) => answeredCount ?? answered.length

/** The attempt once the server has locked an answer; the next item of a challenge joins the end. Twice is once. */
export function withReply(attempt: Attempt, { itemId, answer }: Pick<SentAnswer, 'itemId' | 'answer'>, reply: Reply): Attempt {
  const item = attempt.items.find(one => one.itemId === itemId)
  if (!item) return attempt
  const items = attempt.items.filter(one => one !== item)
  if ('accepted' in reply) return { ...attempt, items, answeredCount: lockedCount(attempt) + 1 }
  const { next, ...locked } = reply
  return { ...attempt, items: next ? [...items, next] : items, answered: [...attempt.answered, { item, answer, locked }] }
}

export type Step =
  /** Still to be answered. */
  | { kind: 'ask'; item: Item }
  /** Answered on this phone, not yet at the server. */
  | { kind: 'waits'; item: Item; answer: Answer }
  /** Locked: what was right and why. */
  | { kind: 'told'; locked: LockedItem }
  /** Nothing left to answer, some answers still on their way. */
  | { kind: 'sending'; count: number }
  | { kind: 'over' }

const firstOpen = ({ items }: Attempt, waiting: readonly SentAnswer[]) =>
  items.find(({ itemId }) => !waiting.some(one => one.itemId === itemId))

/** What the page shows: the item somebody is on, as far as it has come; without one, the first that is open. */
export function stepOf(attempt: Attempt, waiting: readonly SentAnswer[], onItemId: string | undefined): Step {
  const told = attempt.answered.find(({ item }) => item.itemId === onItemId)
  if (told) return { kind: 'told', locked: told }
  const item = attempt.items.find(({ itemId }) => itemId === onItemId)
  const sent = item && waiting.find(({ itemId }) => itemId === item.itemId)
  if (item) return sent ? { kind: 'waits', item, answer: sent.answer } : { kind: 'ask', item }
  const open = firstOpen(attempt, waiting)
  if (open) return { kind: 'ask', item: open }
  const count = attempt.items.length
  return count > 0 ? { kind: 'sending', count } : { kind: 'over' }
}

/** Which item comes after the one shown; undefined when all are answered. */
export const nextItemId = (attempt: Attempt, waiting: readonly SentAnswer[]) => firstOpen(attempt, waiting)?.itemId

/** The item still to be answered that follows this one, going round; undefined where this one is the last. */
export function itemIdAfter({ items }: Pick<Attempt, 'items'>, waiting: readonly SentAnswer[], itemId: string): string | undefined {
  const place = items.findIndex(one => one.itemId === itemId)
  const others = [...items.slice(place + 1), ...items.slice(0, Math.max(0, place))]
  return others.find(other => !waiting.some(one => one.itemId === other.itemId))?.itemId
}

/** Place of the item shown, from 1, and how many there are. Answered ones keep the place they were answered in. */
export function placeOf(attempt: Attempt, waiting: readonly SentAnswer[], step: Step): { place: number; total: number } {
  const total = lockedCount(attempt) + attempt.items.length
  const done = lockedCount(attempt) + attempt.items.filter(({ itemId }) => waiting.some(one => one.itemId === itemId)).length
  if (step.kind === 'ask') return { place: done + 1, total }
  return { place: done, total }
}

/** Whether an attempt kept on the phone is what somebody wants to begin when the server cannot be asked. */
export function isSameWay(attempt: Attempt, { mode, topic }: { mode: PracticeMode; topic?: string }): boolean {
  if (mode === 'challenge') return false
  return attempt.state === 'in_progress' && attempt.mode === mode && attempt.topic === topic && attempt.items.length > 0
}

/** Whole seconds left until an instant, never below zero. */
export const secondsLeft = (until: string, nowMilliseconds: number) =>
  Math.max(0, Math.ceil((new Date(until).getTime() - nowMilliseconds) / 1000))
