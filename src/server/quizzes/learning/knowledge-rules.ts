import type { TopicKnowledge } from '#contract/quiz-shapes'
import type { Candidate } from '#server/quizzes/learning/draw-rules'
import { isDue, type Memory } from '#server/quizzes/learning/memory-rules'

const DAY_MILLISECONDS = 86_400_000

/** Wrong at the last review: a wrong answer is always a review, a right one on a later day is one too. */
const isMistaken = ({ factId, reviewedAt }: Pick<Memory, 'reviewedAt'> & { factId: string }, wrongAt: ReadonlyMap<string, Date>) =>
  (wrongAt.get(factId)?.getTime() ?? -Infinity) >= reviewedAt.getTime()

/**
 * How much of each topic somebody has learnt, over the facts that can be asked at present: answered rightly the last time, and not yet
 * due by the forgetting curve. For its person alone; it is not a rate of awareness.
 * @param wrongAt when each fact was answered wrongly, of what stands in the book of mistakes.
 */
export function knowledgeByTopic(
  candidates: readonly Pick<Candidate, 'factId' | 'topic'>[],
  memories: readonly (Pick<Memory, 'dueAt' | 'reviewedAt'> & { factId: string })[],
  wrongAt: ReadonlyMap<string, Date>,
  now: Date
): TopicKnowledge[] {
  const facts = new Map<string, Set<string>>()
  for (const { topic, factId } of candidates) facts.set(topic, (facts.get(topic) ?? new Set()).add(factId))
  return [...facts].map(([topic, factIds]) => {
    const seen = memories.filter(memory => factIds.has(memory.factId))
    return {
      topic,
      factCount: factIds.size,
      seenCount: seen.length,
      learnedCount: seen.filter(memory => !isDue(memory, now) && !isMistaken(memory, wrongAt)).length,
      dueCount: seen.filter(memory => isDue(memory, now)).length
    }
  })
}

/** Facts that can be asked at present and become due tomorrow, beyond those due already. */
export function countDueTomorrow(
  candidates: readonly Pick<Candidate, 'factId'>[],
  memories: readonly (Pick<Memory, 'dueAt'> & { factId: string })[],
  now: Date
): number {
  const factIds = new Set(candidates.map(candidate => candidate.factId))
  const tomorrow = new Date(now.getTime() + DAY_MILLISECONDS)
  return memories.filter(memory => factIds.has(memory.factId) && !isDue(memory, now) && isDue(memory, tomorrow)).length
}
