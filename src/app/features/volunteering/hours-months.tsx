import { Text, View } from '@tarojs/components'
import type { MinutesByGrade } from '#contract/volunteering-shapes'
import { monthWords } from '#app/words/city-day'
import { barsOf, minutesWords, sumOf } from '#app/features/volunteering/hours-rules'
import { gradeWords } from '#app/words/volunteering'
import './hours-months.scss'

interface Month {
  month: string
  byGrade: MinutesByGrade
}

/** A bar a month, cut by grade; every number stands beside its bar. */
export function HoursMonths({ months }: { months: readonly Month[] }) {
  const longest = Math.max(...months.map(({ byGrade }) => sumOf(byGrade)), 1)
  return (
    <View className="hours-months" role="list">
      {months.map(({ month, byGrade }) => {
        const bars = barsOf(byGrade, longest)
        const spoken = bars.map(({ grade, minutes }) => `${gradeWords[grade].word} ${minutesWords(minutes)}`).join('，')
        return (
          <View key={month} className="hours-months__month" role="listitem" aria-label={`${monthWords(month)}：${spoken || '没有'}`}>
            <View className="hours-months__head">
              <Text>{monthWords(month)}</Text>
              <Text>{minutesWords(sumOf(byGrade))}</Text>
            </View>
            <View className="hours-months__track" aria-hidden>
              {bars.map(({ grade, percent }) => (
                <View key={grade} className={`hours-months__bar hours-months__bar--${grade}`} style={{ width: `${percent}%` }}>
                  <Text className="hours-months__letter">{percent > 8 ? grade : ''}</Text>
                </View>
              ))}
            </View>
          </View>
        )
      })}
    </View>
  )
}
