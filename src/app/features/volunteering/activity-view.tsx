import { Text, View } from '@tarojs/components'
import type { Activity } from '#contract/volunteering-shapes'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { ActivityPlace } from '#app/features/volunteering/activity-place.tsx'
import { ShiftOption } from '#app/features/volunteering/shift-option.tsx'
import { iconForTopic, riskWords } from '#app/words/volunteering'
import './activity-view.scss'

interface Props {
  activity: Activity
  now: Date
  selectedId: string | undefined
  onSelect: (shiftId: string) => void
}

function Fact({ icon, title, children }: { icon: IconName; title: string; children: string }) {
  return (
    <View className="activity-view__fact">
      <Icon name={icon} size={22} className="activity-view__icon" />
      <View className="activity-view__fact-words">
        <View className="activity-view__label">{title}</View>
        <View className="activity-view__text">{children}</View>
      </View>
    </View>
  )
}

function Head({ activity }: { activity: Activity }) {
  return (
    <View className="activity-view__head">
      <View className="activity-view__topic">
        <Icon name={iconForTopic(activity.topic)} size={18} />
        <Text>{activity.topic}</Text>
      </View>
      <View className="activity-view__title" role="heading" aria-level={1}>
        {activity.title}
      </View>
      <View className="activity-view__line">{activity.organisationName}</View>
      {activity.state === 'cancelled' && (
        <View className="activity-view__chip">
          <StateChip tone="bad" word="活动取消" />
        </View>
      )}
    </View>
  )
}

/** What, when, where, what to mind and what to bring. */
export function ActivityView({ activity, now, selectedId, onSelect }: Props) {
  return (
    <View className="activity-view">
      <Head activity={activity} />
      {activity.cancelReason && (
        <Notice tone="bad" icon="info">
          {`组织者取消了活动：${activity.cancelReason}`}
        </Notice>
      )}
      {activity.description ? <View className="activity-view__description">{activity.description}</View> : null}
      <Section title={activity.shifts.length > 1 ? '选一个时段' : '什么时候'}>
        <View role="radiogroup" aria-label="时段">
          {activity.shifts.map(shift => (
            <ShiftOption
              key={shift.shiftId}
              shift={shift}
              activity={activity}
              now={now}
              isSelected={shift.shiftId === selectedId}
              onPress={() => onSelect(shift.shiftId)}
            />
          ))}
        </View>
      </Section>
      <Section title="来之前知道">
        <View className="activity-view__facts">
          <Fact icon="alert" title={`要当心（${riskWords[activity.riskLevel] ?? '风险'}）`}>
            {activity.riskNote}
          </Fact>
          {activity.bring ? (
            <Fact icon="boxes" title="带上">
              {activity.bring}
            </Fact>
          ) : null}
          {activity.insuranceNumber ? (
            <Fact icon="shield" title="保险">
              {`组织者已投保，单号 ${activity.insuranceNumber}`}
            </Fact>
          ) : null}
          <Fact icon="scan" title="到场才算数">
            来时签到，走时签退，时长谁也不能自己填。不会用手机的，工作人员扫本人的码或纸质卡。
          </Fact>
        </View>
      </Section>
      <ActivityPlace activity={activity} />
    </View>
  )
}
