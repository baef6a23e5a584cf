import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { ActivityCard } from '#contract/volunteering-shapes'
import { Card } from '#app/components/card.tsx'
import { Icon } from '#app/components/icon.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { DateBlock } from '#app/features/volunteering/date-block.tsx'
import { ACTIVITY_PATH } from '#app/features/volunteering/paths'
import { seatChip } from '#app/features/volunteering/seat-chip-rules'
import { hoursWords, minutesOf } from '#app/features/volunteering/shift-rules'
import { go } from '#app/platform/navigation'
import { distanceWords, durationWords } from '#app/words/time-words'
import { iconForTopic } from '#app/words/volunteering'
import './activity-item.scss'

interface Props {
  activity: ActivityCard
  now: Date
  /** From where the person stands, where they said so. */
  metres?: number
}

/** An activity in a list by its next shift. */
export const ActivityItem = memo(function ActivityItem({ activity, now, metres }: Props) {
  const place = [activity.communityName, activity.meetingPlace, metres !== undefined && distanceWords(metres)].filter(Boolean).join(' · ')
  return (
    <Card className="activity-item" onPress={() => go(ACTIVITY_PATH, { activityId: activity.activityId })}>
      <DateBlock at={activity.startsAt} now={now} />
      <View className="activity-item__words">
        <View className="activity-item__name">{activity.title}</View>
        <View className="activity-item__line">
          {hoursWords(activity, now)}，{durationWords(minutesOf(activity))}
        </View>
        <View className="activity-item__line">{place}</View>
        <View className="activity-item__foot">
          <StateChip {...seatChip(activity, now)} />
          <View className="activity-item__topic">
            <Icon name={iconForTopic(activity.topic)} size={14} />
            <Text>{activity.shiftCount > 1 ? `${activity.topic} · ${activity.shiftCount} 个时段` : activity.topic}</Text>
          </View>
        </View>
      </View>
    </Card>
  )
})
