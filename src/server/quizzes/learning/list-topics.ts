import { quizzes as contract } from '#contract/quizzes'
import { openQuery } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { countByTopic } from '#server/quizzes/learning/draw-store'

export const listTopics = openQuery(contract.listTopics, async ({ reading, settings }) => ({
  topics: await countByTopic(reading, scopesIn(settings.CITY_PLACE))
}))
