import { questionMoves, type QuestionState } from '#contract/quiz-states'

interface Asked {
  question: { state: QuestionState; authorId: string | null; isFactSuspended: boolean }
  to: QuestionState
  moverId: string
  note: string | undefined
}

/**
 * Why a question may not be moved so, by the table of moves; `undefined` when it may. Nothing is reviewed or opened while one of
 * its facts is suspended: what it teaches is no longer the law.
 */
export function whyNotMoved({ question, to, moverId, note }: Asked): 'move-not-allowed' | 'same-person' | 'note-needed' | undefined {
  const move = questionMoves.find(one => one.from === question.state && one.to === to)
  if (!move) return 'move-not-allowed'
  if (question.isFactSuspended && (to === 'reviewed' || to === 'active')) return 'move-not-allowed'
  if (move.needsSecond && question.authorId === moverId) return 'same-person'
  return move.needsNote && !note ? 'note-needed' : undefined
}
