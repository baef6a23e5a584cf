import { and, asc, count, desc, eq, exists, ilike, inArray, ne, sql, type SQL } from 'drizzle-orm'
import type { QuestionDraft } from '#contract/quiz-shapes'
import type { QuestionPool, QuestionState, QuestionType } from '#contract/quiz-states'
import type { Reading, Writing } from '#server/database/database'
import { questionFacts, questionHistory, questions, questionVersions } from '#server/quizzes/bank/question-tables'

export type QuestionRow = typeof questions.$inferSelect

export interface QuestionFilter {
  words?: string | undefined
  topic?: string | undefined
  state?: QuestionState | undefined
  type?: QuestionType | undefined
  pool?: QuestionPool | undefined
  factId?: string | undefined
}

/** Words as `ilike` patterns: what is typed is searched for as it stands, `%` and `_` too. */
export const patternsOf = (words = '') => words.split(/\s+/).flatMap(word => (word === '' ? [] : [`%${word.replace(/[\\%_]/g, '\\$&')}%`]))

function matching(reading: Reading, { words, topic, state, type, pool, factId }: QuestionFilter): SQL | undefined {
  const hangsOn = (id: string) =>
    reading
      .select({ factId: questionFacts.factId })
      .from(questionFacts)
      .where(and(eq(questionFacts.questionId, questions.questionId), eq(questionFacts.factId, id)))
  return and(
    ...patternsOf(words).map(pattern => ilike(questions.stem, pattern)),
    topic ? eq(questions.topic, topic) : undefined,
    state ? eq(questions.state, state) : undefined,
    type ? eq(questions.type, type) : undefined,
    pool ? eq(questions.pool, pool) : undefined,
    factId ? exists(hangsOn(factId)) : undefined
  )
}

/** Questions last changed first, from after the last row of the page before. */
export function listQuestionRows(
  reading: Reading,
  filter: QuestionFilter,
  { after, limit }: { after?: { at: Date; id: string } | undefined; limit: number }
): Promise<QuestionRow[]> {
  const { changedAt, questionId } = questions
  const moment = after && sql`${after.at.toISOString()}::timestamptz`
  const keyset = after && sql`${changedAt} <= ${moment} and (${changedAt} < ${moment} or ${questionId} > ${after.id})`
  return reading
    .select()
    .from(questions)
    .where(and(matching(reading, filter), keyset))
    .orderBy(desc(changedAt), asc(questionId))
    .limit(limit)
}

export async function countQuestions(reading: Reading, filter: QuestionFilter): Promise<number> {
  const [row] = await reading.select({ count: count() }).from(questions).where(matching(reading, filter))
  return row?.count ?? 0
}

/** A question with the draft of its present version. */
export async function findQuestion(reading: Reading, questionId: string): Promise<(QuestionRow & { draft: QuestionDraft }) | undefined> {
  const [row] = await reading
    .select({ question: questions, draft: questionVersions.draft })
    .from(questions)
    .innerJoin(
      questionVersions,
      and(eq(questionVersions.questionId, questions.questionId), eq(questionVersions.version, questions.version))
    )
    .where(eq(questions.questionId, questionId))
  return row && { ...row.question, draft: row.draft }
}

/** The words of an earlier version. */
export async function findVersion(reading: Reading, questionId: string, version: number): Promise<QuestionDraft | undefined> {
  const [row] = await reading
    .select({ draft: questionVersions.draft })
    .from(questionVersions)
    .where(and(eq(questionVersions.questionId, questionId), eq(questionVersions.version, version)))
  return row?.draft
}

export const listHistory = (reading: Reading, questionId: string) =>
  reading.select().from(questionHistory).where(eq(questionHistory.questionId, questionId)).orderBy(asc(questionHistory.sequence))

/** Of each of these questions the last time it went back to its author. */
export async function listReturns(reading: Reading, questionIds: readonly string[]) {
  if (questionIds.length === 0) return []
  return reading
    .selectDistinctOn([questionHistory.questionId])
    .from(questionHistory)
    .where(and(inArray(questionHistory.questionId, [...questionIds]), eq(questionHistory.toState, 'returned')))
    .orderBy(asc(questionHistory.questionId), desc(questionHistory.sequence))
}

/** The question as it stands, held until the transaction ends. */
export async function holdQuestion(writing: Writing, questionId: string): Promise<QuestionRow | undefined> {
  const [row] = await writing.select().from(questions).where(eq(questions.questionId, questionId)).for('update')
  return row
}

/** Whether a question was ever open to be asked. */
export async function wasEverActive(reading: Reading, questionId: string): Promise<boolean> {
  const opened = and(eq(questionHistory.questionId, questionId), eq(questionHistory.toState, 'active'))
  return (await reading.$count(questionHistory, opened)) > 0
}

/** Whether another question that is not retired asks in the same words. */
export async function isStemKnown(reading: Reading, stem: string, questionId: string | undefined): Promise<boolean> {
  const other = questionId === undefined ? undefined : ne(questions.questionId, questionId)
  return (await reading.$count(questions, and(eq(questions.stem, stem), ne(questions.state, 'retired'), other))) > 0
}

/** Writes the next version of a question that is held, or the first of a new one; it begins as a draft. */
export async function saveVersion(writing: Writing, row: QuestionRow, draft: QuestionDraft): Promise<void> {
  const { questionId, version, authorId, changedAt } = row
  await writing.insert(questions).values(row).onConflictDoUpdate({ target: questions.questionId, set: row })
  await writing.insert(questionVersions).values({ questionId, version, draft, authorId, createdAt: changedAt })
  await writing.delete(questionFacts).where(eq(questionFacts.questionId, questionId))
  await writing.insert(questionFacts).values(draft.factIds.map(factId => ({ questionId, factId })))
  await appendHistory(writing, row, { actorId: authorId })
}

export async function changeState(writing: Writing, row: QuestionRow, said: { actorId: string; note?: string | undefined }): Promise<void> {
  const { questionId, state, changedAt } = row
  await writing.update(questions).set({ state, changedAt }).where(eq(questions.questionId, questionId))
  await appendHistory(writing, row, { ...said, ...(state === 'draft' && { toState: 'returned' }) })
}

/** Says what became of a question that is held, so that no other line takes the same number. */
async function appendHistory(
  writing: Writing,
  { questionId, version, state, changedAt }: QuestionRow,
  { actorId, note, toState = state }: { actorId: string | null; note?: string | undefined; toState?: QuestionState | 'returned' }
): Promise<void> {
  const sequence = 1 + (await writing.$count(questionHistory, eq(questionHistory.questionId, questionId)))
  await writing.insert(questionHistory).values({ questionId, sequence, version, at: changedAt, toState, actorId, note })
}

/** Holds every question that hangs on a fact, in a fixed order. */
export async function holdQuestionsOf(writing: Writing, factId: string): Promise<QuestionRow[]> {
  const hanging = writing.select({ questionId: questionFacts.questionId }).from(questionFacts).where(eq(questionFacts.factId, factId))
  return writing.select().from(questions).where(inArray(questions.questionId, hanging)).orderBy(asc(questions.questionId)).for('update')
}

/** Stops questions that are held, or lets them be asked again, and says so in the history of each. */
export async function changeFactSuspension(
  writing: Writing,
  rows: readonly QuestionRow[],
  { isFactSuspended, actorId, note, now }: { isFactSuspended: boolean; actorId: string; note: string; now: Date }
): Promise<void> {
  if (rows.length === 0) return
  const questionIds = rows.map(row => row.questionId)
  await writing.update(questions).set({ isFactSuspended, changedAt: now }).where(inArray(questions.questionId, questionIds))
  for (const row of rows) await appendHistory(writing, { ...row, changedAt: now }, { actorId, note })
}
