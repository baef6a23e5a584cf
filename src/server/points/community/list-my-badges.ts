import { points as contract } from '#contract/points'
import { query } from '#server/operation'
import { badgesOf } from '#server/points/community/badge-rules'
import { listFinalService, listSolvedDates, listTopicDates } from '#server/points/community/badge-store'
import { listDailyDates } from '#server/quizzes/learning/attempt-store'
import { countByTopic } from '#server/quizzes/learning/draw-store'

export const listMyBadges = query(contract.listMyBadges, async ({ caller: { personId }, reading, settings }) => {
  const topics = (await countByTopic(reading, settings.CITY_PLACE)).map(row => row.topic)
  const firstOf = await listTopicDates(reading, personId)
  return {
    badges: badgesOf({
      solvedOn: await listSolvedDates(reading, personId),
      service: await listFinalService(reading, personId),
      practisedOn: [...(await listDailyDates(reading, personId))].sort(),
      // A topic nobody can be asked of any more is neither needed nor counted.
      topicsOn: topics.flatMap(topic => firstOf.get(topic) ?? []).sort(),
      topicCount: topics.length
    })
  }
})
