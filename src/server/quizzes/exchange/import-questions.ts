import { v5 as idFrom } from 'uuid'
import { quizzes as contract } from '#contract/quizzes'
import { IMPORT_ROWS_MAX } from '#contract/quizzes-exchange'
import type { Writing } from '#server/database/database'
import { documentKeyOf, ownerOf } from '#server/files/file-store'
import { commandAfter } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { keepFacts } from '#server/quizzes/bank/fact-store'
import { addQuestions, lockContent } from '#server/quizzes/bank/seed-store'
import { hasQuestion, listKnownStems } from '#server/quizzes/exchange/exchange-store'
import { FACTS_MAX, faultsOfImport, isKeepable } from '#server/quizzes/exchange/import-check-rules'
import type { ReadFile, ReadQuestion } from '#server/quizzes/exchange/read-question-rules'
import { refuse } from '#server/refusal'

/** Ids come from the file and the line, so that a file that was taken is known again. */
const questionIdOf = (fileId: string, line: number) => idFrom(String(line), fileId)

async function judge(writing: Writing, read: ReadFile) {
  // Of a file that is far too long nothing but that is said, and nothing is looked up for it.
  if (read.rows > IMPORT_ROWS_MAX)
    return { faults: faultsOfImport(read, { scopes: new Map(), stems: new Set() }), topics: new Map<string, string>() }
  const questions = read.questions.filter(isKeepable)
  const factIds = [...new Set(questions.flatMap(({ draft }) => draft.factIds.slice(0, FACTS_MAX)))]
  const facts = factIds.length > 0 ? await keepFacts(writing, factIds) : []
  const stems = await listKnownStems(
    writing,
    questions.map(({ draft }) => draft.stem)
  )
  const faults = faultsOfImport(read, { scopes: new Map(facts.map(fact => [fact.factId, fact.scope])), stems })
  return { faults, topics: new Map(facts.map(fact => [fact.factId, fact.topic])) }
}

/** Takes the questions of a file as drafts of the caller, all or none; the rules are those of a question written by hand. */
export const importQuestions = commandAfter(
  contract.importQuestions,
  async ({ input: { fileId, factId }, caller, reading, city, storage, readAside }) => {
    if (!worksOnBank(caller, city)) refuse('not-found')
    if ((await ownerOf(reading, fileId)) !== caller.personId) refuse('not-found')
    const content = (await storage.read(documentKeyOf(fileId))) ?? refuse('not-found')
    return readAside('readStoredImport', content, factId)
  },
  async ({ input: { fileId, dryRun }, caller, writing, city, prepared: read, now }) => {
    if (!worksOnBank(caller, city)) refuse('not-found')
    // One file at a time: two that bring the same question would not see each other's.
    if (!dryRun) await lockContent(writing)
    const idOf = ({ line }: ReadQuestion) => questionIdOf(fileId, line)
    const [first] = read.questions
    if (!dryRun && first && (await hasQuestion(writing, idOf(first)))) return { rows: read.rows, faults: [] }
    const { faults, topics } = await judge(writing, read)
    if (dryRun) return { rows: read.rows, faults }
    // A refusal never repeats what was sent in.
    if (faults.length > 0)
      refuse('import-faults', { rows: read.rows, faults: faults.map(({ line, column, reason }) => ({ line, column, reason })) })
    const questions = read.questions.map(question => {
      const { draft } = question
      const topic = topics.get(draft.factIds[0] ?? '') ?? ''
      return { questionId: idOf(question), state: 'draft' as const, pool: draft.pool, type: draft.type, topic, draft }
    })
    await addQuestions(writing, questions, { authorId: caller.personId, at: now })
    return { rows: read.rows, faults: [] }
  }
)
