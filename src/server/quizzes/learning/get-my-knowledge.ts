import { quizzes as contract } from '#contract/quizzes'
import { businessDateOf } from '#server/business-date'
import { query } from '#server/operation'
import { readRules } from '#server/points/limits/limit-store'
import { netGivenOn } from '#server/points/points-store'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { openDatesAt, streakOn } from '#server/quizzes/learning/attempt-rules'
import { listDailyDates, listItemsOf, listOpenAttempts } from '#server/quizzes/learning/attempt-store'
import { isLate } from '#server/quizzes/learning/draw-rules'
import { listCandidates } from '#server/quizzes/learning/draw-store'
import { countDueTomorrow, knowledgeByTopic } from '#server/quizzes/learning/knowledge-rules'
import { countMistakes, listMemories, listWrongAt } from '#server/quizzes/learning/memory-store'
import type { Reading } from '#server/database/database'

/** The latest attempt that can go on; a challenge cannot once its seconds are over. */
async function findOpenAttemptId(reading: Reading, personId: string, now: Date): Promise<string | undefined> {
  for (const { attemptId, mode } of await listOpenAttempts(reading, personId, openDatesAt(now))) {
    // A contest is gone on with from its own page, as long as its time lasts.
    if (mode === 'contest') continue
    if (mode !== 'challenge') return attemptId
    const items = await listItemsOf(reading, attemptId)
    if (!items.some(item => !item.answeredAt && isLate(item.answerBy, now))) return attemptId
  }
  return undefined
}

/** My map of topics, and what today brought. */
export const getMyKnowledge = query(contract.getMyKnowledge, async ({ caller: { personId }, reading, settings, now }) => {
  const today = businessDateOf(now)
  const scopes = scopesIn(settings.CITY_PLACE)
  const candidates = await listCandidates(reading, scopes)
  const memories = await listMemories(reading, personId)
  const topics = knowledgeByTopic(candidates, memories, await listWrongAt(reading, personId), now)
  const dailyDates = await listDailyDates(reading, personId)
  const { perDay } = (await readRules(reading, today)).quizzes.caps
  const openAttemptId = await findOpenAttemptId(reading, personId, now)
  return {
    topics,
    dueCount: topics.reduce((sum, topic) => sum + topic.dueCount, 0),
    dueTomorrowCount: countDueTomorrow(candidates, memories, now),
    mistakeCount: await countMistakes(reading, personId, scopes),
    streakDays: streakOn(today, dailyDates),
    isDailyDone: dailyDates.has(today),
    ...(openAttemptId !== undefined && { openAttemptId }),
    pointsToday: await netGivenOn(reading, personId, today, 'quizzes'),
    ...(perDay !== undefined && { pointsTodayMax: perDay })
  }
})
