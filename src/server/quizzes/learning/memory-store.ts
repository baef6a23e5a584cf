import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { facts, questions, questionVersions } from '#server/quizzes/bank/question-tables'
import { attemptItems, factMemories, mistakes } from '#server/quizzes/learning/attempt-tables'
import type { FullItem } from '#server/quizzes/learning/attempt-store'
import type { Memory } from '#server/quizzes/learning/memory-rules'

export type MemoryRow = Memory & { personId: string; factId: string; topic: string }

export const listMemories = (reading: Reading, personId: string): Promise<MemoryRow[]> =>
  reading.select().from(factMemories).where(eq(factMemories.personId, personId))

/** Memories of several people, of the facts they are asked for: some more than needed, where two people ask for different ones. */
export async function listMemoriesOf(reading: Reading, asked: readonly { personId: string; factId: string }[]): Promise<MemoryRow[]> {
  if (asked.length === 0) return []
  return reading
    .select()
    .from(factMemories)
    .where(
      and(
        inArray(factMemories.personId, [...new Set(asked.map(one => one.personId))]),
        inArray(factMemories.factId, [...new Set(asked.map(one => one.factId))])
      )
    )
}

/** Writes what is remembered after answers, each person's fact once. */
export async function saveMemories(writing: Writing, rows: readonly MemoryRow[]): Promise<void> {
  if (rows.length === 0) return
  const given = (name: string) => sql.raw(`excluded.${name}`)
  await writing
    .insert(factMemories)
    .values([...rows])
    .onConflictDoUpdate({
      target: [factMemories.personId, factMemories.factId],
      set: {
        dueAt: given('due_at'),
        stabilityDays: given('stability_days'),
        difficulty: given('difficulty'),
        learningSteps: given('learning_steps'),
        scheduledDays: given('scheduled_days'),
        reviewCount: given('review_count'),
        lapseCount: given('lapse_count'),
        phase: given('phase'),
        reviewedAt: given('reviewed_at')
      }
    })
}

export interface AnsweredQuestion {
  personId: string
  questionId: string
  itemId: string
  topic: string
  at: Date
}

/** Into the book of mistakes, each person's question once. */
export async function noteMistakes(writing: Writing, wrong: readonly AnsweredQuestion[]): Promise<void> {
  if (wrong.length === 0) return
  await writing
    .insert(mistakes)
    .values(wrong.map(({ at, ...row }) => ({ ...row, wrongAt: at, wrongCount: 1 })))
    .onConflictDoUpdate({
      target: [mistakes.personId, mistakes.questionId],
      set: {
        itemId: sql.raw('excluded.item_id'),
        wrongAt: sql.raw('excluded.wrong_at'),
        wrongCount: sql`${mistakes.wrongCount} + 1`
      }
    })
}

/** Out of the book of mistakes: answered rightly since. */
export async function dropMistakes(writing: Writing, right: readonly AnsweredQuestion[]): Promise<void> {
  if (right.length === 0) return
  const pairs = JSON.stringify(right.map(({ personId, questionId }) => ({ p: personId, q: questionId })))
  await writing.execute(
    sql`delete from mistakes using json_to_recordset(${pairs}::json) as x (p text, q text) where mistakes.person_id = x.p and mistakes.question_id = x.q`
  )
}

const ofPerson = (personId: string) =>
  and(eq(mistakes.personId, personId), eq(questions.state, 'active'), eq(questions.pool, 'practice'), eq(questions.isFactSuspended, false))

export interface MistakePage {
  topic?: string | undefined
  /** The last row of the page before. */
  after?: { wrongAt: Date; questionId: string } | undefined
  limit: number
}

/** The item that was wrong last of each mistake, newest first, with what stands behind it; what is no longer asked is left out. */
export async function listMistakes(
  reading: Reading,
  personId: string,
  hiddenFacts: ReadonlySet<string>,
  { topic, after, limit }: MistakePage
): Promise<(FullItem & { wrongAt: Date })[]> {
  const hidden = JSON.stringify([...hiddenFacts])
  const rows = await reading
    .select({
      item: attemptItems,
      wrongAt: mistakes.wrongAt,
      behind: { draft: questionVersions.draft, law: facts.law, version: facts.version, article: facts.article, statement: facts.statement }
    })
    .from(mistakes)
    .innerJoin(questions, eq(questions.questionId, mistakes.questionId))
    .innerJoin(attemptItems, eq(attemptItems.itemId, mistakes.itemId))
    .innerJoin(
      questionVersions,
      and(eq(questionVersions.questionId, attemptItems.questionId), eq(questionVersions.version, attemptItems.version))
    )
    .innerJoin(facts, eq(facts.factId, attemptItems.factId))
    .where(
      and(
        ofPerson(personId),
        topic === undefined ? undefined : eq(mistakes.topic, topic),
        sql`not exists (select 1 from question_facts f where f.question_id = mistakes.question_id
          and f.fact_id in (select json_array_elements_text(${hidden}::json)))`,
        after && sql`(${mistakes.wrongAt}, ${mistakes.questionId}) < (${after.wrongAt.toISOString()}::timestamptz, ${after.questionId})`
      )
    )
    .orderBy(desc(mistakes.wrongAt), desc(mistakes.questionId))
    .limit(limit)
  return rows.map(({ item, wrongAt, behind }) => ({ ...item, wrongAt, behind }))
}

export async function countMistakes(reading: Reading, personId: string): Promise<number> {
  const [row] = await reading
    .select({ count: sql<number>`count(*)::int` })
    .from(mistakes)
    .innerJoin(questions, eq(questions.questionId, mistakes.questionId))
    .where(ofPerson(personId))
  return row?.count ?? 0
}
