import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { QuestionState } from '#contract/quiz-states'
import type { Reading } from '#server/database/database'
import { questions, questionVersions } from '#server/quizzes/bank/question-tables'
import type { LeavingQuestion } from '#server/quizzes/exchange/write-questions-rules'

/** Those of the stems that a question asks already which is not retired. */
export async function listKnownStems(reading: Reading, stems: readonly string[]): Promise<Set<string>> {
  if (stems.length === 0) return new Set()
  const rows = await reading
    .select({ stem: questions.stem })
    .from(questions)
    .where(and(inArray(questions.stem, [...stems]), ne(questions.state, 'retired')))
  return new Set(rows.map(row => row.stem))
}

export const hasQuestion = async (reading: Reading, questionId: string): Promise<boolean> =>
  (await reading.$count(questions, eq(questions.questionId, questionId))) > 0

/** Present versions in the order of their ids. */
export const listLeaving = (
  reading: Reading,
  { topic, state }: { topic?: string | undefined; state?: QuestionState | undefined }
): Promise<LeavingQuestion[]> =>
  reading
    .select({ questionId: questions.questionId, draft: questionVersions.draft })
    .from(questions)
    .innerJoin(
      questionVersions,
      and(eq(questionVersions.questionId, questions.questionId), eq(questionVersions.version, questions.version))
    )
    .where(and(topic ? eq(questions.topic, topic) : undefined, state ? eq(questions.state, state) : undefined))
    .orderBy(asc(questions.questionId))
