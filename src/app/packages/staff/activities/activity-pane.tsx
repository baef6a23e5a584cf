import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ActivityActs } from '#app/features/organising/activity-acts.tsx'
import { actsOf, isCarryingOn } from '#app/features/organising/activity-act-rules'
import { ActivityBody } from '#app/features/organising/activity-body.tsx'
import { useActivityDesk } from '#app/features/organising/use-activity-desk.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { go } from '#app/platform/navigation'
import { Refused } from '#app/platform/refused'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

interface Props {
  activityId: string
  onChanged: () => void
  /** Alone on a phone's page instead of beside the list. */
  isWhole?: boolean
  /** A sheet opened over the page, or closed. */
  onSheet?: (isOpen: boolean) => void
}

const openActivity = (activity: string) => go(staffPaths.activities, { activity })

/** One activity with its acts. */
export function ActivityPane({ activityId, onChanged, isWhole, onSheet }: Props) {
  const desk = useActivityDesk(activityId, {
    onChanged,
    onOpen: openActivity,
    onEdit: activity => go(staffPaths.activityForm, { activity }),
    onDesk: shift => go(staffPaths.desk, { shift }),
    onHours: shift => go(staffPaths.hours, { shift })
  })
  const { activity, isSheetOpen } = desk
  useEffect(() => onSheet?.(isSheetOpen), [isSheetOpen, onSheet])
  if (!activity) return isWhole ? <Screen title="活动">{unread(desk)}</Screen> : unread(desk)
  const acts = actsOf(activity)
  const shared = { isActive: !isSheetOpen, onAct: desk.choose }
  const first = acts.filter(isCarryingOn)
  const others = acts.filter(act => !isCarryingOn(act))
  const firstActs = first.length > 0 && <ActivityActs acts={first} shut={activity.gates.length > 0 ? 'publish' : undefined} {...shared} />
  const body = (
    <View>
      <ActivityBody activity={activity} onShift={desk.openShift} />
      {others.length > 0 && (
        <Section title="还可以">
          <ActivityActs acts={others} {...shared} />
        </Section>
      )}
      {desk.sheet}
    </View>
  )
  if (isWhole) {
    return (
      <Screen title="活动" footer={firstActs || undefined}>
        {body}
      </Screen>
    )
  }
  return (
    <View className="activity-pane">
      <View className="activity-pane__scroll">{body}</View>
      {firstActs && <View className="activity-pane__acts">{firstActs}</View>}
    </View>
  )
}

function unread({ reading }: ReturnType<typeof useActivityDesk>) {
  if (reading.state === 'waiting') return <Skeleton shape="card" count={2} />
  if (reading.error instanceof Refused && reading.error.code === 'not-found')
    return <EmptyState scene="bench" sentence="没有这个活动，或者它不归你管。" />
  return <ErrorState sentence={wordsForReading(reading.error)} action={wayOn(reading.error, reading.again)} />
}
