import type { TopicKnowledge } from '#contract/quiz-shapes'
import type { Candidate } from '#server/quizzes/learning/draw-rules'
import { isDue, retrievabilityOf, type Memory } from '#server/quizzes/learning/memory-rules'

const DAY_MILLISECONDS = 86_400_000

/**
 * How much of each topic somebody is likely to remember now, over the facts that can be asked at present. A forecast for its person
 * alone, by the forgetting curve; it is not a rate of awareness.
 */
export function knowledgeByTopic(
  candidates: readonly Pick<Candidate, 'factId' | 'topic'>[],
  memories: readonly (Memory & { factId: string })[],
  now: Date
): TopicKnowledge[] {
  const facts = new Map<string, Set<string>>()
  for (const { topic, factId } of candidates) facts.set(topic, (facts.get(topic) ?? new Set()).add(factId))
  return [...facts].map(([topic, factIds]) => {
    const seen = memories.filter(memory => factIds.has(memory.factId))
    const retained = seen.reduce((sum, memory) => sum + retrievabilityOf(memory, now), 0) / seen.length
    return {
      topic,
      factCount: factIds.size,
      seenCount: seen.length,
      ...(seen.length > 0 && { retained }),
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
