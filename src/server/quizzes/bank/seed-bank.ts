import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writing } from '#server/database/database'
import { parseFacts } from '#server/quizzes/bank/fact-file'
import { parseQuestionFile } from '#server/quizzes/bank/question-file-rules'
import { addFacts, addQuestions, type NewQuestion } from '#server/quizzes/bank/seed-store'

/**
 * The facts and questions every city starts from. Run again it adds only what came with a later version of the product, by id:
 * what a city suspended, retired or wrote anew stays as it is.
 */
export async function seedBank(writing: Writing, now: Date, directory = 'content'): Promise<void> {
  const facts = parseFacts(await readFile(join(directory, 'facts.csv'), 'utf8'))
  const topics = new Map(facts.map(fact => [fact.factId, fact.topic]))
  await addFacts(writing, facts)
  const folder = join(directory, 'questions')
  const files = (await readdir(folder)).filter(name => name.endsWith('.jsonl')).sort()
  const questions: NewQuestion[] = []
  for (const name of files)
    for (const { questionId, state, ...draft } of parseQuestionFile(await readFile(join(folder, name), 'utf8'), name)) {
      const topic = topics.get(draft.factIds[0] ?? '')
      if (!topic) throw new Error(`${name}: the question ${questionId} names a fact that is not there`)
      questions.push({ questionId, state, pool: draft.pool, type: draft.type, topic, draft })
    }
  await addQuestions(writing, questions, { authorId: null, at: now })
}
