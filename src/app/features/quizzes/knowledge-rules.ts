import type { TopicKnowledge } from '#contract/quiz-shapes'

/** All topics as one. */
export function sumOf(topics: readonly TopicKnowledge[]): Omit<TopicKnowledge, 'topic'> {
  const add = (of: (one: TopicKnowledge) => number) => topics.reduce((sum, one) => sum + of(one), 0)
  return {
    factCount: add(one => one.factCount),
    seenCount: add(one => one.seenCount),
    learnedCount: add(one => one.learnedCount),
    dueCount: add(one => one.dueCount)
  }
}

/** What is least learnt stands first; topics never practised come last, the larger first. */
export const inNeed = (topics: readonly TopicKnowledge[]): TopicKnowledge[] =>
  [...topics].sort(
    (one, other) =>
      Number(other.seenCount > 0) - Number(one.seenCount > 0) ||
      one.learnedCount / one.factCount - other.learnedCount / other.factCount ||
      other.factCount - one.factCount
  )
