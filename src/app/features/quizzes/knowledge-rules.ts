import type { TopicKnowledge } from '#contract/quiz-shapes'

/** All topics as one; `retained` weighs each topic by the facts seen of it, and is absent where none was. */
export function sumOf(topics: readonly TopicKnowledge[]): Omit<TopicKnowledge, 'topic'> {
  const add = (of: (one: TopicKnowledge) => number) => topics.reduce((sum, one) => sum + of(one), 0)
  const seenCount = add(one => one.seenCount)
  const remembered = add(one => one.seenCount * (one.retained ?? 0))
  return {
    factCount: add(one => one.factCount),
    seenCount,
    dueCount: add(one => one.dueCount),
    ...(seenCount > 0 && { retained: remembered / seenCount })
  }
}

/** What fades first stands first; topics never practised come last, the larger first. */
export const inNeed = (topics: readonly TopicKnowledge[]): TopicKnowledge[] =>
  [...topics].sort(
    (one, other) =>
      Number(other.seenCount > 0) - Number(one.seenCount > 0) ||
      (one.retained ?? 0) - (other.retained ?? 0) ||
      other.factCount - one.factCount
  )
