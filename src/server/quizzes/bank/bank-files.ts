import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseFacts, type Fact } from '#server/quizzes/bank/fact-file'
import { faultsOfDraft } from '#server/quizzes/bank/question-draft-rules'
import { parseQuestionFile } from '#server/quizzes/bank/question-file-rules'
import type { NewQuestion } from '#server/quizzes/bank/seed-store'

/** The facts and questions of a folder of content, ready for a bank. */
export interface BankFiles {
  facts: readonly Fact[]
  questions: readonly NewQuestion[]
}

async function questionsIn(folder: string, topics: ReadonlyMap<string, string>): Promise<NewQuestion[]> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.jsonl')).sort()
  const questions = new Map<string, NewQuestion>()
  for (const name of files)
    for (const { questionId, state, ...draft } of parseQuestionFile(await readFile(join(folder, name), 'utf8'), name)) {
      const refuse = (sentence: string): never => {
        throw new Error(`${name}: the question ${questionId} ${sentence}`)
      }
      const topic = topics.get(draft.factIds[0] ?? '') ?? refuse('names a fact that is not there')
      if (draft.factIds.some(factId => !topics.has(factId))) refuse('names a fact that is not there')
      if (questions.has(questionId)) refuse('is there already')
      const faults = state === 'retired' ? [] : faultsOfDraft(draft)
      if (faults.length > 0) refuse(`cannot be asked: ${faults.join(', ')}`)
      questions.set(questionId, { questionId, state, pool: draft.pool, type: draft.type, topic, draft })
    }
  return [...questions.values()]
}

/** Reads `facts.csv` and `questions/*.jsonl` whole. @throws naming the file, and the line or the question, of what cannot be taken. */
export async function readBankFiles(directory: string): Promise<BankFiles> {
  const facts = parseFacts(await readFile(join(directory, 'facts.csv'), 'utf8'))
  const topics = new Map(facts.map(fact => [fact.factId, fact.topic]))
  return { facts, questions: await questionsIn(join(directory, 'questions'), topics) }
}
