import { sql } from 'drizzle-orm'
import type { QuestionDraft } from '#contract/quiz-shapes'
import type { QuestionPool, QuestionState, QuestionType } from '#contract/quiz-states'
import type { Writing } from '#server/database/database'
import type { facts } from '#server/quizzes/bank/question-tables'

export type NewFact = Omit<typeof facts.$inferSelect, 'suspendedAt' | 'suspendedBy' | 'suspendedNote'>

/** A question as it comes into a bank that does not have it yet. */
export interface NewQuestion {
  questionId: string
  state: QuestionState
  pool: QuestionPool
  type: QuestionType
  topic: string
  draft: QuestionDraft
}

/** Whoever fills a new city first; the others wait and find it filled. */
export const lockContent = (writing: Writing) => writing.execute(sql`select pg_advisory_xact_lock(hashtextextended('content', 0))`)

/** Adds the facts that are not there and puts right the words of those that are; whether a city suspended one stays. */
export async function addFacts(writing: Writing, facts: readonly NewFact[]): Promise<void> {
  const rows = facts.map(fact => [fact.factId, fact.topic, fact.statement, fact.law, fact.version, fact.article, fact.scope, fact.reviewBy])
  await writing.execute(sql`
    insert into facts (fact_id, topic, statement, law, version, article, scope, review_by)
    select r ->> 0, r ->> 1, r ->> 2, r ->> 3, r ->> 4, r ->> 5, r ->> 6, r ->> 7
    from json_array_elements(${JSON.stringify(rows)}::json) as given (r)
    on conflict (fact_id) do update set topic = excluded.topic, statement = excluded.statement, law = excluded.law,
      version = excluded.version, article = excluded.article, scope = excluded.scope, review_by = excluded.review_by
    where (facts.topic, facts.statement, facts.law, facts.version, facts.article, facts.scope, facts.review_by)
      is distinct from (excluded.topic, excluded.statement, excluded.law, excluded.version, excluded.article, excluded.scope, excluded.review_by)`)
}

/** Adds the questions that are not there, with their first version, facts and history, in one statement. */
export async function addQuestions(
  writing: Writing,
  questions: readonly NewQuestion[],
  { authorId, at }: { authorId: string | null; at: Date }
): Promise<void> {
  const asked = questions.map(({ questionId: q, state: s, pool: p, type: k, topic: t, draft }) => ({ q, s, p, k, t, draft }))
  const moment = sql`${at.toISOString()}::timestamptz`
  const author = sql`${authorId}::text`
  await writing.execute(sql`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r (q text, s text, p text, k text, t text, draft jsonb)),
    hung as materialized (
      select q, fact_id from asked, jsonb_array_elements_text(draft -> 'factIds') as named (fact_id)),
    added as (
      insert into questions (
        question_id, version, state, pool, type, topic, fact_id, stem, difficulty, is_fact_suspended, author_id, changed_at)
      select q, 1, s, p, k, t, draft -> 'factIds' ->> 0, draft ->> 'stem', (draft ->> 'difficulty')::int,
        q in (select hung.q from hung join facts using (fact_id) where suspended_at is not null), ${author}, ${moment}
      from asked on conflict do nothing returning question_id),
    versioned as (
      insert into question_versions (question_id, version, draft, author_id, created_at)
      select q, 1, draft, ${author}, ${moment} from asked join added on question_id = q),
    sourced as (
      insert into question_facts (question_id, fact_id) select q, fact_id from hung join added on question_id = q)
    insert into question_history (question_id, sequence, version, at, to_state, actor_id)
    select q, 1, 1, ${moment}, s, ${author} from asked join added on question_id = q`)
}

/** `isMoved`: somebody of the city opened or stopped it. */
interface OutdatedQuestion {
  questionId: string
  version: number
  state: QuestionState
  isMoved: boolean
  isFactSuspended: boolean
}

/**
 * Which of these questions say something else here, or stand in another state, though nobody of the city wrote a version of theirs.
 * What is retired here stays so.
 */
export async function listOutdated(writing: Writing, questions: readonly NewQuestion[]): Promise<OutdatedQuestion[]> {
  const shipped = questions.map(({ questionId: q, state: s, draft }) => ({ q, s, draft }))
  const found: unknown = await writing.execute(sql`
    with shipped as materialized (select * from jsonb_to_recordset(${JSON.stringify(shipped)}::jsonb) as r (q text, s text, draft jsonb)),
    untouched as (
      select q, s, question_id, version, state, shipped.draft, v.draft <> shipped.draft as is_reworded,
        exists (select from question_history h where h.question_id = q and h.actor_id is not null) as is_moved
      from shipped join questions on question_id = q join question_versions v using (question_id, version)
      where state <> 'retired' and not exists (select from question_versions w where w.question_id = q and w.author_id is not null))
    select question_id as "questionId", version, state, is_moved as "isMoved",
      exists (select from jsonb_array_elements_text(draft -> 'factIds') as named (fact_id) join facts using (fact_id)
        where suspended_at is not null) as "isFactSuspended"
    from untouched where is_reworded or (not is_moved and state <> s) order by q`)
  return (found as { rows: OutdatedQuestion[] }).rows
}
