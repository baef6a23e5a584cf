import { View } from '@tarojs/components'
import { cityDay, weekdayOf } from '#app/words/city-day'
import { dayWords } from '#app/words/time-words'
import './date-block.scss'

const nearDays = ['今天', '明天', '后天']

/** The day of a shift as on a tear-off calendar. */
export function DateBlock({ at, now }: { at: string; now: Date }) {
  const day = cityDay(at)
  const near = dayWords(at, now)
  return (
    <View className="date-block">
      <View className="date-block__line">{Number(day.slice(5, 7))}月</View>
      <View className="date-block__day">{Number(day.slice(8, 10))}</View>
      <View className="date-block__line">{nearDays.includes(near) ? near : weekdayOf(day)}</View>
    </View>
  )
}
