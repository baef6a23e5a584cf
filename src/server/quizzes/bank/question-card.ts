import type { Fact, QuestionCard } from '#contract/quiz-shapes'
import type { FactRow } from '#server/quizzes/bank/fact-store'
import type { QuestionRow } from '#server/quizzes/bank/question-store'

/** A question as a list of the bank shows it to who asks. */
export const toQuestionCard = (row: QuestionRow, viewerId: string, returned?: QuestionCard['returned']): QuestionCard => ({
  questionId: row.questionId,
  version: row.version,
  state: row.state,
  type: row.type,
  pool: row.pool,
  topic: row.topic,
  stem: row.stem,
  isMine: row.authorId === viewerId,
  isFactSuspended: row.isFactSuspended,
  ...(returned && { returned })
})

export const toFact = ({ suspendedAt, suspendedBy: _by, suspendedNote: _note, ...fact }: FactRow, questionCount: number): Fact => ({
  ...fact,
  isSuspended: suspendedAt !== null,
  questionCount
})
