import type { Answer, QuestionDraft } from '#contract/quiz-shapes'
import type { AttemptState, QuizMode } from '#contract/quiz-states'
import { businessDateOf, daysAfter, startOfBusinessDate } from '#server/business-date'
import { isLate } from '#server/quizzes/learning/draw-rules'
import { answerFault, isRight, isSameAnswer } from '#server/quizzes/learning/grade-rules'

/** What was begun before midnight may be finished for so long after it; it counts for the day it was begun. */
const GRACE_MILLISECONDS = 30 * 60_000

/** An item with the attempt it stands in, as answering needs them. */
export interface AskedItem {
  personId: string
  attemptId: string
  mode: QuizMode
  state: AttemptState
  businessDate: string
  answerBy: Date | null
  /** Of a contest: until when its whole paper may be answered. */
  deadline: Date | null
  /** Missing where the time ran out. */
  answer: Answer | null
  answeredAt: Date | null
  draft: QuestionDraft
}

export type AnswerDecision =
  | { kind: 'attempt-closed' | 'attempt-expired' | 'already-answered' | 'replayed' }
  /** Too late: it counts as wrong, and the attempt is over. */
  | { kind: 'late' }
  | { kind: 'bad-input'; reason: string }
  | { kind: 'graded'; isRight: boolean }

/** The earliest business date whose practice may still be finished, and today: one date but for the half hour after midnight. */
export const openDatesAt = (now: Date): string[] => [
  ...new Set([businessDateOf(now), businessDateOf(new Date(now.getTime() - GRACE_MILLISECONDS))])
]

/** Before this moment practice was begun that can no longer be finished. */
export const forgottenBefore = (now: Date): Date => startOfBusinessDate(openDatesAt(now).at(-1) ?? businessDateOf(now))

/** Whether the time of a paper is over: its own in a contest, its day and half an hour in practice. A challenge has seconds for each item instead. */
export function isPast({ mode, businessDate, deadline }: Pick<AskedItem, 'mode' | 'businessDate' | 'deadline'>, now: Date): boolean {
  if (mode === 'contest') return isLate(deadline, now)
  return mode !== 'challenge' && !openDatesAt(now).includes(businessDate)
}

/** What comes of an answer to an item of one's own attempt. */
export function decideAnswer(item: AskedItem, answer: Answer, now: Date): AnswerDecision {
  if (item.answeredAt) {
    if (item.answer === null) return { kind: 'attempt-expired' }
    if (isSameAnswer(item.answer, answer)) return { kind: 'replayed' }
    return { kind: item.state === 'in_progress' ? 'already-answered' : 'attempt-closed' }
  }
  if (item.state === 'expired') return { kind: 'attempt-expired' }
  if (item.state !== 'in_progress') return { kind: 'attempt-closed' }
  if (isPast(item, now)) return { kind: 'attempt-expired' }
  if (isLate(item.answerBy, now)) return { kind: 'late' }
  const reason = answerFault(item.draft, answer)
  return reason ? { kind: 'bad-input', reason } : { kind: 'graded', isRight: isRight(item.draft, answer) }
}

/** Days in a row that end on a business date; one that is not done yet does not break the row of the days before it. */
export function streakOn(date: string, doneDates: ReadonlySet<string>): number {
  const last = doneDates.has(date) ? date : daysAfter(date, -1)
  let streakDays = 0
  while (streakDays < doneDates.size && doneDates.has(daysAfter(last, -streakDays))) streakDays += 1
  return streakDays
}
