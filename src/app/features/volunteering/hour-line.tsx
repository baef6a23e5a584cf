import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { HourEntry } from '#contract/volunteering-shapes'
import type { PresenceSignal } from '#contract/volunteering-states'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { longDayWords } from '#app/words/city-day'
import { GradeMark } from '#app/features/volunteering/grade-mark.tsx'
import { minutesWords } from '#app/features/volunteering/hours-rules'
import { usePolite } from '#app/platform/use-polite'
import { momentWords } from '#app/words/time-words'
import { gradeWords, hourStateWords, signalWords } from '#app/words/volunteering'
import './hour-line.scss'

interface Props {
  entry: HourEntry
  now: Date
  onDispute: (shiftId: string) => void
}

const signalsWords = (signals: readonly PresenceSignal[]) => signals.map(signal => signalWords[signal]).join('、')

/** The facts behind the minutes, as whoever asks would want them. */
function factsOf(entry: HourEntry, now: Date): { title: string; words: string }[] {
  const at = (instant: string | undefined) => (instant ? momentWords(instant, now) : '没有记录')
  const by = (signals: readonly PresenceSignal[]) => (signals.length ? `，${signalsWords(signals)}` : '')
  const isTyped = entry.source === 'typed' || entry.source === 'reversal'
  return [
    ...(isTyped ? [] : [{ title: '签到', words: at(entry.checkedInAt) + by(entry.signalsIn) }]),
    ...(entry.signalsBetween.length ? [{ title: '中途', words: signalsWords(entry.signalsBetween) }] : []),
    ...(isTyped ? [] : [{ title: '签退', words: at(entry.checkedOutAt) + by(entry.signalsOut) }]),
    { title: '等级', words: `${entry.grade} ${gradeWords[entry.grade].word}。${gradeWords[entry.grade].sentence}` },
    ...(entry.approvedBy ? [{ title: '谁认定', words: entry.approvedBy }] : []),
    ...(entry.reason ? [{ title: '说明', words: entry.reason }] : []),
    ...(entry.noticeUntil && entry.state === 'notice' ? [{ title: '公示到', words: momentWords(entry.noticeUntil, now) }] : [])
  ]
}

function Facts({ entry, now, onDispute }: Props) {
  const polite = usePolite()
  const { shiftId } = entry
  return (
    <View className="hour-line__facts">
      <View className="hour-line__sentence">{polite(hourStateWords[entry.state].sentence)}</View>
      {factsOf(entry, now).map(({ title, words }) => (
        <View key={title} className="hour-line__fact">
          <Text className="hour-line__label">{title}</Text>
          <Text className="hour-line__words">{words}</Text>
        </View>
      ))}
      {entry.canDispute && shiftId && <Button word="有异议" look="quiet" icon="chat" isNarrow onPress={() => onDispute(shiftId)} />}
    </View>
  )
}

/** One line of the ledger; a tap unfolds what it rests on. */
export function HourLine(props: Props) {
  const { entry } = props
  const [isOpen, setIsOpen] = useState(false)
  const { word, tone, icon } = hourStateWords[entry.state]
  return (
    <View className="hour-line" role="listitem">
      <Pressable className="hour-line__head" isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        <View className="hour-line__inside">
          <GradeMark grade={entry.grade} />
          <View className="hour-line__middle">
            <View className="hour-line__title">{entry.activityTitle}</View>
            <View className="hour-line__line">{longDayWords(entry.on)}</View>
            <StateChip word={word} tone={tone} icon={icon} />
          </View>
          <Text className={`hour-line__minutes${entry.state === 'final' ? '' : ' hour-line__minutes--soft'}`}>
            {minutesWords(entry.minutes)}
          </Text>
          <Icon name={isOpen ? 'up' : 'down'} size={18} className="hour-line__fold" />
        </View>
      </Pressable>
      {isOpen && <Facts {...props} />}
    </View>
  )
}
