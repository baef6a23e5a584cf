import { and, asc, count, eq, gt, ilike, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { patternsOf } from '#server/quizzes/bank/question-store'
import { facts, questionFacts, questions } from '#server/quizzes/bank/question-tables'

export type FactRow = typeof facts.$inferSelect

/** Questions that ask only for what holds in the city: for each of their facts its scope is one of these. */
export const holdsIn = (scopes: readonly string[]) =>
  sql`not exists (select 1 from question_facts hung join facts held on held.fact_id = hung.fact_id
    where hung.question_id = ${questions.questionId} and held.scope not in (select json_array_elements_text(${JSON.stringify(scopes)}::json)))`

/** Facts in the order of their ids, from after the last one of the page before. */
export const listFactRows = (
  reading: Reading,
  { words, topic }: { words?: string | undefined; topic?: string | undefined },
  { after, limit }: { after?: string | undefined; limit: number }
): Promise<FactRow[]> =>
  reading
    .select()
    .from(facts)
    .where(
      and(
        ...patternsOf(words).map(pattern => or(ilike(facts.statement, pattern), ilike(facts.law, pattern))),
        topic ? eq(facts.topic, topic) : undefined,
        after ? gt(facts.factId, after) : undefined
      )
    )
    .orderBy(asc(facts.factId))
    .limit(limit)

/** How many questions that are not retired hang on each fact; a fact without any is not in it. */
export async function countQuestionsOf(reading: Reading, factIds: readonly string[]): Promise<Map<string, number>> {
  if (factIds.length === 0) return new Map()
  const rows = await reading
    .select({ factId: questionFacts.factId, count: count() })
    .from(questionFacts)
    .innerJoin(questions, eq(questions.questionId, questionFacts.questionId))
    .where(and(inArray(questionFacts.factId, [...factIds]), ne(questions.state, 'retired')))
    .groupBy(questionFacts.factId)
  return new Map(rows.map(row => [row.factId, row.count]))
}

export async function findFact(reading: Reading, factId: string): Promise<FactRow | undefined> {
  const [row] = await reading.select().from(facts).where(eq(facts.factId, factId))
  return row
}

/** Facts kept as they are until the transaction ends: none is suspended while a question is hung on it. */
export const keepFacts = (writing: Writing, factIds: readonly string[]): Promise<FactRow[]> =>
  writing
    .select()
    .from(facts)
    .where(inArray(facts.factId, [...factIds]))
    .orderBy(asc(facts.factId))
    .for('share')

/** Suspends a fact that is not, or resumes one that is; nothing where somebody did so before. */
export async function changeSuspension(
  writing: Writing,
  factId: string,
  suspended: { at: Date; by: string; note: string } | undefined
): Promise<FactRow | undefined> {
  const [row] = await writing
    .update(facts)
    .set({ suspendedAt: suspended?.at ?? null, suspendedBy: suspended?.by ?? null, suspendedNote: suspended?.note ?? null })
    .where(and(eq(facts.factId, factId), suspended ? isNull(facts.suspendedAt) : isNotNull(facts.suspendedAt)))
    .returning()
  return row
}

/** Those of the questions that hang on a fact that is suspended. */
export async function listStoppedBy(reading: Reading, questionIds: readonly string[]): Promise<Set<string>> {
  const rows = await reading
    .selectDistinct({ questionId: questionFacts.questionId })
    .from(questionFacts)
    .innerJoin(facts, eq(facts.factId, questionFacts.factId))
    .where(and(inArray(questionFacts.questionId, [...questionIds]), isNotNull(facts.suspendedAt)))
  return new Set(rows.map(row => row.questionId))
}
