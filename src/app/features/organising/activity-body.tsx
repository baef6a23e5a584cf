import { View } from '@tarojs/components'
import { useMemo } from 'react'
import type { Activity, Shift } from '#contract/volunteering-shapes'
import { AreaMap } from '#app/components/area-map.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { ShiftRows } from '#app/features/organising/shift-rows.tsx'
import { circleShape, zoomFor } from '#app/features/organising/site-shape-rules'
import { activityStateWords, gateSentence, riskChoices } from '#app/words/organising'
import './activity-body.scss'

interface Props {
  activity: Activity
  onShift: (shift: Shift) => void
}

/** An activity as those see it who run or review it: what is missing first, then what it says, then its shifts. */
export function ActivityBody({ activity, onShift }: Props) {
  return (
    <View className="activity-body">
      <View className="activity-body__head">
        <View className="activity-body__title" role="heading" aria-level={2}>
          {activity.title}
        </View>
        <StateChip {...activityStateWords[activity.state]} />
      </View>
      <View className="activity-body__line">{`${activity.organisationName} · ${activity.communityName} · ${activity.topic}`}</View>
      <ActivityNotices activity={activity} />
      <Section title="时段">
        <ShiftRows shifts={activity.shifts} onShift={onShift} />
      </Section>
      <Section title="内容">
        <ActivityFacts activity={activity} />
      </Section>
      <Section title="地点">
        <SiteMap activity={activity} />
      </Section>
    </View>
  )
}

function ActivityNotices({ activity }: { activity: Activity }) {
  const { state, returnNote, cancelReason, gates } = activity
  const isAhead = state === 'draft' || state === 'in_review'
  return (
    <View className="activity-body__notices">
      {cancelReason && <Notice tone="bad" icon="refused">{`取消原因：${cancelReason}`}</Notice>}
      {returnNote && state === 'draft' && <Notice tone="wait" icon="undo">{`审核意见：${returnNote}`}</Notice>}
      {isAhead && gates.length > 0 && (
        <Notice tone="wait" icon="alert">
          <View>发布前还缺这些：</View>
          {gates.map(gate => (
            <View key={gate}>{`· ${gateSentence(gate)}`}</View>
          ))}
        </Notice>
      )}
      {isAhead && gates.length === 0 && (
        <Notice tone="good" icon="done">
          发布要的都齐了。
        </Notice>
      )}
    </View>
  )
}

function ActivityFacts({ activity }: { activity: Activity }) {
  const risk = riskChoices[activity.riskLevel]
  return (
    <ListGroup>
      {activity.description && <ListRow icon="list" title="做什么" line={activity.description} />}
      <ListRow icon="shield" title={`风险${risk?.word ?? activity.riskLevel}`} line={activity.riskNote} />
      {activity.insuranceNumber && <ListRow icon="lock" title="保险单号" line={activity.insuranceNumber} />}
      {activity.bring && <ListRow icon="boxes" title="要带的" line={activity.bring} />}
      <ListRow icon="check" title={activity.needsApproval ? '报名要你同意' : '报名即确认'} />
    </ListGroup>
  )
}

function SiteMap({ activity: { site, meetingPlace } }: { activity: Activity }) {
  const { longitude, latitude, radiusMetres } = site
  const centre = useMemo(() => ({ longitude, latitude }), [longitude, latitude])
  const polygons = useMemo(
    () => [{ areaId: 'site', name: '', geometry: circleShape(centre, radiusMetres), tone: 'good' as const }],
    [centre, radiusMetres]
  )
  const pins = useMemo(
    () => [{ id: 'site', point: centre, tone: 'good' as const, label: meetingPlace ?? '活动地点' }],
    [centre, meetingPlace]
  )
  return (
    <View>
      <View className="activity-body__map">
        <AreaMap label="活动地点和范围" centre={centre} zoom={zoomFor(radiusMetres)} polygons={polygons} pins={pins} height="200px" />
      </View>
      <View className="activity-body__line">{`${meetingPlace ? `${meetingPlace} · ` : ''}${radiusMetres} 米内算在现场`}</View>
    </View>
  )
}
