import type { Reading } from '#server/database/database'
import { listOpenFacts } from '#server/quizzes/learning/attempt-store'
import { weakTopicOf, type Learner } from '#server/quizzes/learning/draw-rules'
import { listOwnShares, listSeen, listSharesOfCity } from '#server/quizzes/learning/draw-store'
import { isDue, retrievabilityOf } from '#server/quizzes/learning/memory-rules'
import { listMemories } from '#server/quizzes/learning/memory-store'

const SEEN_DAYS = 90
const SHARES_DAYS = 30
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/**
 * What drawing needs to know of a person.
 * @param exceptAttemptId the attempt that is drawn for, where it has begun.
 */
export async function readLearner(reading: Reading, personId: string, now: Date, exceptAttemptId?: string): Promise<Learner> {
  const memories = await listMemories(reading, personId)
  return {
    memories: new Map(
      memories.map(memory => [memory.factId, { isDue: isDue(memory, now), retrievability: retrievabilityOf(memory, now) }])
    ),
    seenAt: await listSeen(reading, personId, daysBefore(now, SEEN_DAYS)),
    openFacts: await listOpenFacts(reading, personId, exceptAttemptId)
  }
}

/** The topic a person is weak in, or where they have answered too little, the city. */
export async function readWeakTopic(reading: Reading, personId: string, now: Date): Promise<string | undefined> {
  const since = daysBefore(now, SHARES_DAYS)
  const own = await listOwnShares(reading, personId, since)
  return weakTopicOf(own, []) ?? weakTopicOf([], await listSharesOfCity(reading, since))
}
