import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** The topics of the bank to choose from. */
export function useTopicChoices() {
  const asked = useAsked(() => call.quizzes.listTopics({}), [])
  return (asked.value?.topics ?? []).map(({ topic }) => ({ value: topic, word: topic }))
}
