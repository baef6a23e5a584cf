import type { Writing } from '#server/database/database'
import type { BankFiles } from '#server/quizzes/bank/bank-files'
import { saveVersion } from '#server/quizzes/bank/question-store'
import { addFacts, addQuestions, listOutdated, type NewQuestion } from '#server/quizzes/bank/seed-store'

/** Gives what a city left as it came the words of this version of the product, as a version of its own; the older ones stay. */
async function reviseQuestions(writing: Writing, shipped: readonly NewQuestion[], now: Date): Promise<void> {
  const byId = new Map(shipped.map(question => [question.questionId, question]))
  for (const { questionId, version, state, isMoved, isFactSuspended } of await listOutdated(writing, shipped)) {
    const { draft, topic, ...question } = byId.get(questionId) as NewQuestion
    await saveVersion(
      writing,
      {
        ...{ questionId, version: version + 1, state: isMoved ? state : question.state, pool: draft.pool, type: draft.type, topic },
        ...{ factId: draft.factIds[0] ?? '', stem: draft.stem, difficulty: draft.difficulty, isFactSuspended },
        ...{ authorId: null, changedAt: now }
      },
      draft
    )
  }
}

/**
 * The facts and questions every city starts from. Run again it adds what came with a later version of the product and puts right
 * what that version corrects, by id: what a city retired or wrote anew stays as it is, and what it opened or stopped stays so.
 */
export async function seedBank(writing: Writing, now: Date, { facts, questions }: BankFiles): Promise<void> {
  await addFacts(writing, facts)
  const isNew = ({ state }: NewQuestion) => state !== 'retired'
  await addQuestions(writing, questions.filter(isNew), { authorId: null, at: now })
  await reviseQuestions(writing, questions, now)
}
