import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { facts, questions, questionVersions } from '#server/quizzes/bank/question-tables'
import { attemptItems, factMemories, mistakes } from '#server/quizzes/learning/attempt-tables'
import type { FullItem } from '#server/quizzes/learning/attempt-store'
import { isAskable } from '#server/quizzes/learning/draw-store'
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

export interface AnsweredQuestion {
  personId: string
  questionId: string
  itemId: string
  topic: string
  at: Date
}

/** What answers leave behind: each person's fact once, and each person's question once, wrong or right. */
export interface Learned {
  memories: readonly MemoryRow[]
  /** Into the book of mistakes. */
  wrong: readonly AnsweredQuestion[]
  /** Out of it: answered rightly since. */
  right: readonly AnsweredQuestion[]
}

/** Writes what answers leave behind, all in one statement: hundreds of people answer in the same moment. */
export async function saveLearned(writing: Writing, { memories, wrong, right }: Learned): Promise<void> {
  if (memories.length === 0) return
  const remembered = memories.map(row => ({
    ...{ p: row.personId, f: row.factId, t: row.topic, due: row.dueAt, s: row.stabilityDays, d: row.difficulty, ls: row.learningSteps },
    ...{ sd: row.scheduledDays, n: row.reviewCount, l: row.lapseCount, ph: row.phase, at: row.reviewedAt }
  }))
  const mistaken = wrong.map(({ personId, questionId, itemId, topic, at }) => ({ p: personId, q: questionId, i: itemId, t: topic, at }))
  const known = right.map(({ personId, questionId }) => ({ p: personId, q: questionId }))
  await writing.execute(sql`with remembered as (
      insert into fact_memories (person_id, fact_id, topic, due_at, stability_days, difficulty, learning_steps, scheduled_days, review_count,
        lapse_count, phase, reviewed_at)
      select p, f, t, due, s, d, ls, sd, n, l, ph, at from json_to_recordset(${JSON.stringify(remembered)}::json)
        as x (p text, f text, t text, due timestamptz, s float8, d float8, ls int, sd int, n int, l int, ph int, at timestamptz)
      on conflict (person_id, fact_id) do update set due_at = excluded.due_at, stability_days = excluded.stability_days,
        difficulty = excluded.difficulty, learning_steps = excluded.learning_steps, scheduled_days = excluded.scheduled_days,
        review_count = excluded.review_count, lapse_count = excluded.lapse_count, phase = excluded.phase, reviewed_at = excluded.reviewed_at
    ), mistaken as (
      insert into mistakes (person_id, question_id, item_id, topic, wrong_count, wrong_at)
      select p, q, i, t, 1, at from json_to_recordset(${JSON.stringify(mistaken)}::json) as x (p text, q text, i text, t text, at timestamptz)
      on conflict (person_id, question_id) do update set item_id = excluded.item_id, wrong_at = excluded.wrong_at,
        wrong_count = mistakes.wrong_count + 1
    )
    delete from mistakes using json_to_recordset(${JSON.stringify(known)}::json) as x (p text, q text)
    where mistakes.person_id = x.p and mistakes.question_id = x.q`)
}

const ofPerson = (personId: string, scopes: readonly string[]) => and(eq(mistakes.personId, personId), isAskable(scopes))

export interface MistakePage {
  topic?: string | undefined
  /** The last row of the page before. */
  after?: { wrongAt: Date; questionId: string } | undefined
  limit: number
}

/** The item that was wrong last of each mistake, newest first, with what stands behind it; what is no longer asked is left out. */
export async function listMistakes(
  reading: Reading,
  { personId, scopes }: { personId: string; scopes: readonly string[] },
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
        ofPerson(personId, scopes),
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

/** When each fact was last answered wrongly of what was not answered rightly since; also of questions no longer asked. */
export async function listWrongAt(reading: Reading, personId: string): Promise<Map<string, Date>> {
  const rows = await reading
    .select({ factId: attemptItems.factId, wrongAt: mistakes.wrongAt })
    .from(mistakes)
    .innerJoin(attemptItems, eq(attemptItems.itemId, mistakes.itemId))
    .where(eq(mistakes.personId, personId))
    .orderBy(asc(mistakes.wrongAt))
  return new Map(rows.map(row => [row.factId, row.wrongAt]))
}

export async function countMistakes(reading: Reading, personId: string, scopes: readonly string[]): Promise<number> {
  const [row] = await reading
    .select({ count: sql<number>`count(*)::int` })
    .from(mistakes)
    .innerJoin(questions, eq(questions.questionId, mistakes.questionId))
    .where(ofPerson(personId, scopes))
  return row?.count ?? 0
}
