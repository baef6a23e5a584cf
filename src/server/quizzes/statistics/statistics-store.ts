import { and, asc, desc, eq, gte, isNotNull, ne, sql } from 'drizzle-orm'
import type { QuestionDraft } from '#contract/quiz-shapes'
import { LISTED_FROM, type ItemFlag } from '#contract/quizzes-statistics'
import type { Reading, Writing } from '#server/database/database'
import { questions, questionVersions } from '#server/quizzes/bank/question-tables'
import type { AnswerSums, OptionSums } from '#server/quizzes/statistics/statistics-rules'
import { itemStatistics, statisticsNights } from '#server/quizzes/statistics/statistics-tables'

export type NightRow = typeof statisticsNights.$inferSelect
export type StatisticsRow = typeof itemStatistics.$inferSelect

export async function findNight(reading: Reading, businessDate: string): Promise<NightRow | undefined> {
  const [row] = await reading.select().from(statisticsNights).where(eq(statisticsNights.businessDate, businessDate))
  return row
}

/** Begins a night, or goes on with it; undefined where it is over or another process has it in hand. */
export async function holdNight(writing: Writing, night: { businessDate: string; countedUntil: Date }): Promise<NightRow | undefined> {
  await writing.insert(statisticsNights).values(night).onConflictDoNothing()
  const [row] = await writing
    .select()
    .from(statisticsNights)
    .where(eq(statisticsNights.businessDate, night.businessDate))
    .for('update', { skipLocked: true })
  return row?.finishedAt ? undefined : row
}

export async function moveNight(
  writing: Writing,
  businessDate: string,
  to: Partial<Pick<NightRow, 'lastQuestionId' | 'finishedAt'>>
): Promise<void> {
  await writing.update(statisticsNights).set(to).where(eq(statisticsNights.businessDate, businessDate))
}

/** Answers before this moment are counted. */
export async function findCountedUntil(reading: Reading): Promise<Date | undefined> {
  const [row] = await reading
    .select({ countedUntil: statisticsNights.countedUntil })
    .from(statisticsNights)
    .where(isNotNull(statisticsNights.finishedAt))
    .orderBy(desc(statisticsNights.businessDate))
    .limit(1)
  return row?.countedUntil
}

/** The next questions that were ever asked, in the order of their ids. */
export async function listAskedAfter(reading: Reading, questionId: string, countMax: number): Promise<string[]> {
  const rows = await reading
    .select({ questionId: questions.questionId })
    .from(questions)
    .where(
      sql`${questions.questionId} > ${questionId} and exists (select 1 from attempt_items i where i.question_id = questions.question_id)`
    )
    .orderBy(asc(questions.questionId))
    .limit(countMax)
  return rows.map(row => row.questionId)
}

export interface CountedVersion {
  questionId: string
  version: number
  draft: QuestionDraft
  sums: AnswerSums
}

interface SumRow extends Record<string, unknown> {
  question_id: string
  version: number
  draft: QuestionDraft
  n: number
  right_count: number
  rest_count: number
  rest_right_count: number
  rest_sum: number
  rest_right_sum: number
  rest_square_sum: number
  median: number | null
  options: OptionSums[]
}

const toCounted = (row: SumRow): CountedVersion => ({
  ...{ questionId: row.question_id, version: row.version, draft: row.draft },
  sums: {
    ...{ n: row.n, right: row.right_count, medianMilliseconds: row.median, options: row.options },
    rest: {
      ...{ count: row.rest_count, rightCount: row.rest_right_count, sum: row.rest_sum },
      ...{ rightSum: row.rest_right_sum, squareSum: row.rest_square_sum }
    }
  }
})

/**
 * Sums up the first answers to every version of these questions before a moment, in the database: no answer travels. First is what
 * somebody answered before any other answer to the version, in practice or in a contest, void attempts too, for they have seen it then; void ones and
 * those of contests do not count: a contest is answered against the clock, and its paper is prepared for.
 * The rest of an answer is the share of right ones among the others given in its attempt. A challenge has none: it ends with the
 * first wrong answer, so that whoever is wrong was right in all the others. Shares are summed as decimals: in whatever order they
 * come, the sum is the same.
 */
export async function sumFirstAnswers(writing: Writing, questionIds: readonly string[], until: Date): Promise<CountedVersion[]> {
  const ids = JSON.stringify(questionIds)
  const before = until.toISOString()
  const found: unknown = await writing.execute(sql`
    with first_answers as (
      select distinct on (question_id, version, person_id) question_id, version, item_id, attempt_id, answer, is_right, milliseconds
      from attempt_items
      where question_id in (select json_array_elements_text(${ids}::json)) and answer is not null and answered_at < ${before}::timestamptz
      order by question_id, version, person_id, answered_at, item_id
    ), counted as materialized (
      select f.question_id, f.version, f.answer, f.is_right, f.milliseconds, rest.share
      from first_answers f
      join attempts a on a.attempt_id = f.attempt_id and a.state <> 'void' and a.mode <> 'contest'
      left join lateral (
        select avg(o.is_right::int) as share from attempt_items o
        where a.mode <> 'challenge' and o.attempt_id = f.attempt_id and o.item_id <> f.item_id and o.answer is not null
          and o.answered_at < ${before}::timestamptz
      ) rest on true
    ), chosen as (
      select question_id, version, json_agg(json_build_object('optionId', option_id, 'count', count, 'restCount', rest_count,
        'restSum', rest_sum::float8) order by option_id) as options
      from (
        select question_id, version, option_id, count(*) as count, count(share) as rest_count, coalesce(sum(share), 0) as rest_sum
        from counted cross join lateral jsonb_array_elements_text(coalesce(answer -> 'optionIds', '[]'::jsonb)) as option_id
        group by question_id, version, option_id
      ) options group by question_id, version
    ), summed as (
      select question_id, version, count(*)::int as n, (count(*) filter (where is_right))::int as right_count,
        count(share)::int as rest_count, (count(share) filter (where is_right))::int as rest_right_count,
        coalesce(sum(share), 0)::float8 as rest_sum, coalesce(sum(share) filter (where is_right), 0)::float8 as rest_right_sum,
        coalesce(sum(share * share), 0)::float8 as rest_square_sum,
        round(percentile_cont(0.5) within group (order by milliseconds))::int as median
      from counted group by question_id, version
    )
    select s.*, v.draft, coalesce(c.options, '[]'::json) as options
    from summed s
    join question_versions v on v.question_id = s.question_id and v.version = s.version
    left join chosen c on c.question_id = s.question_id and c.version = s.version
    order by s.question_id, s.version`)
  return (found as { rows: SumRow[] }).rows.map(toCounted)
}

/** Puts what was counted of these questions in the place of what was counted before. */
export async function saveStatistics(writing: Writing, questionIds: readonly string[], rows: readonly StatisticsRow[]): Promise<void> {
  const ids = JSON.stringify(questionIds)
  await writing.delete(itemStatistics).where(sql`${itemStatistics.questionId} in (select json_array_elements_text(${ids}::json))`)
  if (rows.length > 0) await writing.insert(itemStatistics).values([...rows])
}

export interface StatisticsFilter {
  flag?: ItemFlag | undefined
  questionId?: string | undefined
}

/** Statistics of the present versions that enough people answered, those with the most flags first, then those most people answered, each with what it asks. */
export function listStatistics(
  reading: Reading,
  { flag, questionId }: StatisticsFilter,
  { after, limit }: { after?: { flagCount: number; answerCount: number; questionId: string } | undefined; limit: number }
) {
  const { flagCount, answerCount, questionId: id } = itemStatistics
  return reading
    .select({
      counted: itemStatistics,
      draft: questionVersions.draft,
      state: questions.state,
      topic: questions.topic
    })
    .from(itemStatistics)
    .innerJoin(questions, and(eq(questions.questionId, id), eq(questions.version, itemStatistics.version)))
    .innerJoin(questionVersions, and(eq(questionVersions.questionId, id), eq(questionVersions.version, itemStatistics.version)))
    .where(
      and(
        questionId === undefined ? and(ne(questions.state, 'retired'), gte(answerCount, LISTED_FROM)) : eq(id, questionId),
        flag && sql`${itemStatistics.flags} @> ${JSON.stringify([flag])}::jsonb`,
        after && sql`(-${flagCount}, -${answerCount}, ${id}) > (${-after.flagCount}::int, ${-after.answerCount}::int, ${after.questionId})`
      )
    )
    .orderBy(desc(flagCount), desc(answerCount), asc(id))
    .limit(limit)
}
export type ListedStatistics = Awaited<ReturnType<typeof listStatistics>>[number]
