import { Text, View } from '@tarojs/components'
import type { Activity, Shift } from '#contract/volunteering-shapes'
import { Card } from '#app/components/card.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { DateBlock } from '#app/features/volunteering/date-block.tsx'
import { seatsChip } from '#app/features/volunteering/seat-chip-rules'
import { ageWords, hoursWords, minutesOf, standingOf, type ShiftStanding } from '#app/features/volunteering/shift-rules'
import { durationWords } from '#app/words/time-words'
import { signUpWords, skillWords } from '#app/words/volunteering'
import './shift-option.scss'

interface Props {
  shift: Shift
  activity: Activity
  now: Date
  isSelected: boolean
  onPress: () => void
}

const closedChips: Partial<Record<ShiftStanding, { tone: 'info' | 'bad'; word: string }>> = {
  begun: { tone: 'info', word: '已经开始' },
  over: { tone: 'info', word: '已结束' },
  cancelled: { tone: 'bad', word: '已取消' }
}

function chipOf(shift: Shift, standing: ShiftStanding) {
  const closed = closedChips[standing]
  if (closed) return closed
  if (!shift.mySignUp) return seatsChip(shift.seatsLeft)
  const { word, tone, icon } = signUpWords[shift.mySignUp.state]
  return { tone, icon, word: shift.mySignUp.position ? `候补第 ${shift.mySignUp.position} 位` : word }
}

/** How many others come, as a number only. */
function othersWords({ joinedCount, waitlistCount, capacity }: Shift): string {
  const joined = joinedCount === 0 ? `招 ${capacity} 人，等你来开头` : `${joinedCount} 人报名，招 ${capacity} 人`
  return waitlistCount > 0 ? `${joined}，${waitlistCount} 人候补` : joined
}

const gatesWords = (shift: Shift) =>
  [ageWords(shift), shift.neededSkills?.length ? `会${shift.neededSkills.map(skill => skillWords[skill]).join('、')}` : undefined]
    .filter(Boolean)
    .join('，')

/** One time one can come to, among the others of the activity. */
export function ShiftOption({ shift, activity, now, isSelected, onPress }: Props) {
  const gates = gatesWords(shift)
  const standing = standingOf(shift, activity.state, now)
  return (
    <Card className="shift-option" isSelected={isSelected} onPress={onPress}>
      <DateBlock at={shift.startsAt} now={now} />
      <View className="shift-option__words">
        <View className="shift-option__head">
          <Text className="shift-option__hours">{hoursWords(shift, now)}</Text>
          <StateChip {...chipOf(shift, standing)} />
        </View>
        <View className="shift-option__line">{[shift.position, durationWords(minutesOf(shift))].filter(Boolean).join(' · ')}</View>
        {!(standing in closedChips) && <View className="shift-option__line">{othersWords(shift)}</View>}
        {gates ? <View className="shift-option__line">要求：{gates}</View> : null}
      </View>
    </Card>
  )
}
