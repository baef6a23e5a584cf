import { and, asc, desc, eq, inArray, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Answer, QuestionDraft } from '#contract/quiz-shapes'
import type { AttemptState } from '#contract/quiz-states'
import type { Reading, Writing } from '#server/database/database'
import { facts, questionVersions } from '#server/quizzes/bank/question-tables'
import { attemptItems, attempts } from '#server/quizzes/learning/attempt-tables'

/** Each row takes a dozen parameters, of which a statement may have 65,535. */
const ITEMS_A_STATEMENT = 1000

export type AttemptRow = typeof attempts.$inferSelect
export type ItemRow = typeof attemptItems.$inferSelect

/** What stands behind an item: the version that was asked, and where its fact is written. */
export interface Behind {
  draft: QuestionDraft
  law: string
  version: string
  article: string
  statement: string
}
export type FullItem = ItemRow & { behind: Behind }

/** Everything that changes somebody's attempts and memory waits its turn, in one order for all: two phones are one after the other. */
export async function lockLearners(writing: Writing, personIds: readonly string[]): Promise<void> {
  const inOrder = JSON.stringify([...new Set(personIds)].sort())
  await writing.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('learner:' || id, 0)) from json_array_elements_text(${inOrder}::json) as held (id)`
  )
}

const { law, version, article, statement } = facts
const behind = { draft: questionVersions.draft, law, version, article, statement }
const versionOfItem = and(eq(questionVersions.questionId, attemptItems.questionId), eq(questionVersions.version, attemptItems.version))

/** Items with what stands behind each; for the server alone, until their answer is locked. */
export async function listItems(
  reading: Reading,
  where: SQL | undefined,
  order: SQL[] = [asc(attemptItems.position)]
): Promise<FullItem[]> {
  const rows = await reading
    .select({ item: attemptItems, behind })
    .from(attemptItems)
    .innerJoin(questionVersions, versionOfItem)
    .innerJoin(facts, eq(facts.factId, attemptItems.factId))
    .where(where)
    .orderBy(...order)
  return rows.map(row => ({ ...row.item, behind: row.behind }))
}

export const listItemsOf = (reading: Reading, attemptId: string) => listItems(reading, eq(attemptItems.attemptId, attemptId))

/** Items of several attempts, each attempt's in their order. */
export async function listItemsOfAll(reading: Reading, attemptIds: readonly string[]): Promise<FullItem[]> {
  if (attemptIds.length === 0) return []
  return listItems(reading, inArray(attemptItems.attemptId, [...new Set(attemptIds)]))
}

export const listItemsById = (reading: Reading, itemIds: readonly string[]) =>
  listItems(reading, inArray(attemptItems.itemId, [...new Set(itemIds)]))

/** The item after another one of the same attempt, in a challenge. */
export async function findItemAt(reading: Reading, attemptId: string, position: number): Promise<FullItem | undefined> {
  return (await listItems(reading, and(eq(attemptItems.attemptId, attemptId), eq(attemptItems.position, position))))[0]
}

export const listAttempts = (reading: Reading, attemptIds: readonly string[]): Promise<AttemptRow[]> =>
  reading
    .select()
    .from(attempts)
    .where(inArray(attempts.attemptId, [...new Set(attemptIds)]))

export async function findAttempt(reading: Reading, attemptId: string): Promise<AttemptRow | undefined> {
  return (await listAttempts(reading, [attemptId]))[0]
}

/** Attempts a person has not finished of these business dates, newest first. */
export const listOpenAttempts = (reading: Reading, personId: string, businessDates: readonly string[]): Promise<AttemptRow[]> =>
  reading
    .select()
    .from(attempts)
    .where(and(eq(attempts.personId, personId), inArray(attempts.businessDate, [...businessDates]), eq(attempts.state, 'in_progress')))
    .orderBy(desc(attempts.createdAt), desc(attempts.attemptId))

/**
 * Facts that wait for an answer in an open attempt of a person's; nothing else may tell about them meanwhile. A contest tells nothing
 * of its answers either, so all its facts stay hidden as long as the attempt is open.
 */
export async function listOpenFacts(reading: Reading, personId: string, exceptAttemptId = ''): Promise<Set<string>> {
  const rows = await reading
    .select({
      factIds: sql<string[]>`array(select q.fact_id from question_facts q where q.question_id = attempt_items.question_id)`,
      factId: attemptItems.factId
    })
    .from(attempts)
    .innerJoin(attemptItems, eq(attemptItems.attemptId, attempts.attemptId))
    .where(
      and(
        eq(attempts.personId, personId),
        eq(attempts.state, 'in_progress'),
        or(isNull(attemptItems.answeredAt), eq(attempts.mode, 'contest')),
        sql`${attempts.attemptId} <> ${exceptAttemptId}`
      )
    )
  return new Set(rows.flatMap(row => [row.factId, ...row.factIds]))
}

export type NewItem = Omit<ItemRow, 'answer' | 'answeredAt' | 'isRight' | 'milliseconds'>

export async function insertItems(writing: Writing, items: readonly NewItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += ITEMS_A_STATEMENT)
    await writing.insert(attemptItems).values(items.slice(from, from + ITEMS_A_STATEMENT))
}

type NewAttempt = Pick<AttemptRow, 'attemptId' | 'personId' | 'mode' | 'topic' | 'businessDate' | 'createdAt'> &
  Partial<Pick<AttemptRow, 'contestId' | 'isShown' | 'deadline'>>

/** @returns the attempts as they stand now: begun, and nothing answered. */
export async function insertAttempts(writing: Writing, begun: readonly NewAttempt[], items: readonly NewItem[]): Promise<AttemptRow[]> {
  if (begun.length === 0) return []
  const rows = await writing
    .insert(attempts)
    .values(begun.map(attempt => ({ ...attempt, state: 'in_progress' as const })))
    .returning()
  await insertItems(writing, items)
  return rows
}

export interface GivenAnswer {
  itemId: string
  /** Missing where the time ran out. */
  answer: Answer | null
  answeredAt: Date
  isRight: boolean
  milliseconds: number | null
}

/** Locks answers, all in one statement. */
export async function lockAnswers(writing: Writing, given: readonly GivenAnswer[]): Promise<void> {
  if (given.length === 0) return
  const rows = given.map(({ itemId: i, answer: a, answeredAt, isRight: r, milliseconds: m }) => ({ i, a, at: answeredAt, r, m }))
  await writing.execute(sql`update attempt_items set answer = nullif(x.a, 'null'::jsonb), answered_at = x.at, is_right = x.r, milliseconds = x.m
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (i text, a jsonb, at timestamptz, r boolean, m int)
    where attempt_items.item_id = x.i and attempt_items.answered_at is null`)
}

export async function endAttempt(
  writing: Writing,
  attemptId: string,
  end: { state: AttemptState; finishedAt: Date; score: number; points: number; seconds?: number }
): Promise<void> {
  await writing.update(attempts).set(end).where(eq(attempts.attemptId, attemptId))
}

/** Attempts of past days that nobody finished; those of a challenge that is over by its seconds end with their day too. */
export const listForgotten = (reading: Reading, before: Date, countMax: number) =>
  reading
    .select({ attemptId: attempts.attemptId, personId: attempts.personId })
    .from(attempts)
    .where(and(eq(attempts.state, 'in_progress'), ne(attempts.mode, 'contest'), lt(attempts.createdAt, before)))
    .orderBy(asc(attempts.createdAt), asc(attempts.attemptId))
    .limit(countMax)

/** Attempts at contests whose deadline passed before a moment, and nobody finished. */
export const listOverdue = (reading: Reading, before: Date, countMax: number) =>
  reading
    .select({ attemptId: attempts.attemptId, personId: attempts.personId })
    .from(attempts)
    .where(and(eq(attempts.state, 'in_progress'), eq(attempts.mode, 'contest'), lt(attempts.deadline, before)))
    .orderBy(asc(attempts.createdAt), asc(attempts.attemptId))
    .limit(countMax)

/** Business dates on which a person answered all of a daily five, newest first. */
export async function listDailyDates(reading: Reading, personId: string): Promise<Set<string>> {
  const rows = await reading
    .selectDistinct({ date: attempts.businessDate })
    .from(attempts)
    .where(
      and(
        eq(attempts.personId, personId),
        eq(attempts.mode, 'daily'),
        sql`not exists (select 1 from attempt_items i where i.attempt_id = attempts.attempt_id and i.answered_at is null)`
      )
    )
  return new Set(rows.map(row => row.date))
}
