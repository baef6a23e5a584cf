import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ActivityItem } from '#app/features/volunteering/activity-item.tsx'
import { metresBetween } from '#app/features/volunteering/shift-rules'
import { useActivities, type ActivityFilter } from '#app/features/volunteering/use-activities'
import { wordsForError, wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './activity-list.scss'

interface Props {
  filter: ActivityFilter
  now: Date
  /** What is said, and offered, where nothing is found. */
  empty: { sentence: string; line: string; action?: { word: string; onPress: () => void } }
}

export function ActivityList({ filter, now, empty }: Props) {
  const { activities, error, again, more, hasMore, isAsking, moreError } = useActivities(filter)
  const { near } = filter
  return (
    <View>
      {!activities && error === undefined && <Skeleton shape="rows" count={4} />}
      {error !== undefined && (
        <ErrorState sentence={wordsForReading(error)} {...(activities && { kept: '下面是上次看到的。' })} action={wayOn(error, again)} />
      )}
      {activities?.length === 0 && (
        <EmptyState
          scene="garden"
          sentence={empty.sentence}
          line={empty.line}
          {...(empty.action && { action: { ...empty.action, isQuiet: true } })}
        />
      )}
      <View className="activity-list">
        {activities?.map(activity => (
          <ActivityItem
            key={activity.activityId}
            activity={activity}
            now={now}
            {...(near && { metres: metresBetween(near, activity.site) })}
          />
        ))}
      </View>
      {moreError !== undefined && <View className="activity-list__fault">{wordsForError(moreError)}</View>}
      {hasMore && <Button word="看后面的" look="quiet" isLoading={isAsking} onPress={() => void more()} />}
    </View>
  )
}
