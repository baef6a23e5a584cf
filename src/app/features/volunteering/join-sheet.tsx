import { View } from '@tarojs/components'
import type { Activity, Shift } from '#contract/volunteering-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { IconLine } from '#app/components/icon-line.tsx'
import { JoinRefusal } from '#app/features/volunteering/join-refusal.tsx'
import { minutesOf, spanWords, wouldLeaveLate } from '#app/features/volunteering/shift-rules'
import type { Joining } from '#app/features/volunteering/use-joining'
import { durationWords } from '#app/words/time-words'
import './join-sheet.scss'

interface Props {
  activity: Activity
  joining: Joining
  now: Date
}

/** What signing up means, before it is done. */
function consequences(activity: Activity, shift: Shift, now: Date): string[] {
  const full = shift.seatsLeft === 0
  const queue = shift.waitlistCount > 0 ? `前面有 ${shift.waitlistCount} 位候补。` : '你会是第一位候补。'
  return [
    ...(full ? [`现在满了，${queue}有人让出就按顺序给你留着，留 2 小时（快开始时 30 分钟）。打开同创就能看到。`] : []),
    ...(activity.needsApproval ? ['组织者确认后才算数。'] : []),
    wouldLeaveLate(shift, now)
      ? '离开始不到 24 小时了，报上再退出就算一次临时取消。'
      : '来不了请早点退出：开始前 24 小时以内退出，算一次临时取消。90 天里两次，接下来 14 天一次只能报一个。'
  ]
}

function Ask({ activity, joining, shift, now }: Props & { shift: Shift }) {
  const place = [activity.communityName, activity.meetingPlace].filter(Boolean).join(' · ')
  return (
    <View>
      <IconLine icon="clock">{`${spanWords(shift, now)}，${durationWords(minutesOf(shift))}`}</IconLine>
      <IconLine icon="pin">{place}</IconLine>
      {shift.position ? <IconLine icon="people">{shift.position}</IconLine> : null}
      {consequences(activity, shift, now).map(sentence => (
        <IconLine key={sentence} icon="info">
          {sentence}
        </IconLine>
      ))}
      <View className="join-sheet__acts">
        <Button
          word={shift.seatsLeft === 0 ? '确认排候补' : '确认报名'}
          isLoading={joining.isSending}
          onPress={() => void joining.confirm()}
        />
      </View>
    </View>
  )
}

/** The second of the two taps: time, place, and what follows from leaving late. A no is told in the same place. */
export function JoinSheet(props: Props) {
  const { joining, activity } = props
  const { sheet, shift } = joining
  const isOpen = sheet === 'join' || sheet === 'refused'
  return (
    <BottomSheet isOpen={isOpen && shift !== undefined} onClose={joining.close} title={sheet === 'refused' ? '这次没报上' : activity.title}>
      {shift && sheet === 'join' && <Ask {...props} shift={shift} />}
      {sheet === 'refused' && <JoinRefusal joining={joining} now={props.now} />}
    </BottomSheet>
  )
}
