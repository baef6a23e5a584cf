import { and, asc, desc, eq, gte, isNotNull, ne, sql } from 'drizzle-orm'
import type { QuestionDraft } from '#contract/quiz-shapes'
import type { QuestionType } from '#contract/quiz-states'
import type { Reading } from '#server/database/database'
import { holdsIn } from '#server/quizzes/bank/fact-store'
import { questions, questionVersions } from '#server/quizzes/bank/question-tables'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { attemptItems, attempts, mistakes } from '#server/quizzes/learning/attempt-tables'
import type { Candidate, TopicShare } from '#server/quizzes/learning/draw-rules'

/** What the city finds hard is read off its latest attempts, not off all it ever answered. */
const ATTEMPTS_OF_CITY = 500

/** What may be asked in practice now, in a city where facts of these scopes hold. */
export const isAskable = (scopes: readonly string[]) =>
  and(eq(questions.state, 'active'), eq(questions.pool, 'practice'), eq(questions.isFactSuspended, false), holdsIn(scopes))
const candidateColumns = {
  questionId: questions.questionId,
  version: questions.version,
  factId: questions.factId,
  factIds: sql<string[]>`array(select f.fact_id from question_facts f where f.question_id = questions.question_id)`,
  topic: questions.topic,
  type: questions.type,
  difficulty: questions.difficulty,
  length: sql<number>`(select char_length(v.draft ->> 'stem') + coalesce((select sum(char_length(o ->> 'text'))
    from jsonb_array_elements(v.draft -> 'options') as o), 0) from question_versions v
    where v.question_id = questions.question_id and v.version = questions.version)::int`
}

/** Questions that may be asked in practice now, of one topic or all. */
export const listCandidates = (
  reading: Reading,
  scopes: readonly string[],
  topic?: string
): Promise<(Candidate & { type: QuestionType })[]> =>
  reading
    .select(candidateColumns)
    .from(questions)
    .where(and(isAskable(scopes), topic === undefined ? undefined : eq(questions.topic, topic)))
    .orderBy(asc(questions.questionId))

/** What a person last answered wrongly and may be asked again, newest first. */
export const listWrongCandidates = (reading: Reading, scopes: readonly string[], personId: string): Promise<Candidate[]> =>
  reading
    .select(candidateColumns)
    .from(mistakes)
    .innerJoin(questions, eq(questions.questionId, mistakes.questionId))
    .where(and(eq(mistakes.personId, personId), isAskable(scopes)))
    .orderBy(desc(mistakes.wrongAt), desc(mistakes.questionId))

/** The version to be asked of each question. */
export async function listDrafts(reading: Reading, asked: readonly { questionId: string; version: number }[]): Promise<QuestionDraft[]> {
  const pairs = JSON.stringify(asked.map(({ questionId, version }) => ({ q: questionId, v: version })))
  const rows = await reading
    .select({ questionId: questionVersions.questionId, version: questionVersions.version, draft: questionVersions.draft })
    .from(questionVersions)
    .where(
      sql`(${questionVersions.questionId}, ${questionVersions.version}) in (select q, v from json_to_recordset(${pairs}::json) as x (q text, v int))`
    )
  const byPair = new Map(rows.map(row => [`${row.questionId} ${row.version}`, row.draft]))
  return asked.map(({ questionId, version }) => {
    const draft = byPair.get(`${questionId} ${version}`)
    if (!draft) throw new Error(`version ${version} of ${questionId} is not there`)
    return draft
  })
}

/** When a person last answered each question since a moment, in milliseconds. */
export async function listSeen(reading: Reading, personId: string, since: Date): Promise<Map<string, number>> {
  const rows = await reading
    .select({
      questionId: attemptItems.questionId,
      seenAt: sql<number>`floor(extract(epoch from max(${attemptItems.answeredAt})) * 1000)::float8`
    })
    .from(attemptItems)
    .where(and(eq(attemptItems.personId, personId), gte(attemptItems.answeredAt, since)))
    .groupBy(attemptItems.questionId)
  return new Map(rows.map(row => [row.questionId, row.seenAt]))
}

const shareColumns = {
  topic: attemptItems.topic,
  rightCount: sql<number>`(count(*) filter (where ${attemptItems.isRight}))::int`,
  answerCount: sql<number>`count(*)::int`
}

/** What was right in a contest shows in nothing that anybody practises. */
const isPractice = ne(attemptItems.reason, 'contest')

/** Right answers a topic of one person since a moment. */
export const listOwnShares = (reading: Reading, personId: string, since: Date): Promise<TopicShare[]> =>
  reading
    .select(shareColumns)
    .from(attemptItems)
    .where(and(eq(attemptItems.personId, personId), gte(attemptItems.answeredAt, since), isPractice))
    .groupBy(attemptItems.topic)

/** Right answers a topic in the latest finished attempts of the whole city since a moment. */
export function listSharesOfCity(reading: Reading, since: Date): Promise<TopicShare[]> {
  const latest = reading
    .select({ attemptId: attempts.attemptId })
    .from(attempts)
    .where(and(eq(attempts.state, 'submitted'), ne(attempts.mode, 'contest'), gte(attempts.createdAt, since)))
    .orderBy(desc(attempts.createdAt))
    .limit(ATTEMPTS_OF_CITY)
    .as('latest')
  return reading
    .select(shareColumns)
    .from(latest)
    .innerJoin(attemptItems, eq(attemptItems.attemptId, latest.attemptId))
    .where(isNotNull(attemptItems.answeredAt))
    .groupBy(attemptItems.topic)
}

/** Topics that can be practised in a city at this place, with how many questions each has. */
export const countByTopic = (reading: Reading, place: string | undefined) =>
  reading
    .select({ topic: questions.topic, questionCount: sql<number>`count(*)::int` })
    .from(questions)
    .where(isAskable(scopesIn(place)))
    .groupBy(questions.topic)
    .orderBy(asc(sql`min(${questions.factId})`))
