import { quizzes as contract } from '#contract/quizzes'
import { openQuery } from '#server/operation'
import { countByTopic } from '#server/quizzes/learning/draw-store'

export const listTopics = openQuery(contract.listTopics, async ({ reading, settings }) => ({
  topics: await countByTopic(reading, settings.CITY_PLACE)
}))
