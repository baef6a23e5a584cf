import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { longDayWords, monthFrom, monthWords, weeksOf } from '#app/words/city-day'
import './day-calendar.scss'

export interface DayCount {
  on: string
  shiftCount: number
  hasSeats: boolean
}

interface Props {
  month: string
  today: string
  days: readonly DayCount[]
  chosen: string
  onChoose: (day: string) => void
  onMonth: (month: string) => void
}

const weekdayLetters = ['一', '二', '三', '四', '五', '六', '日']

function Day({ day, count, props }: { day: string; count: DayCount | undefined; props: Props }) {
  const isChosen = day === props.chosen
  const look = `day-calendar__day${isChosen ? ' day-calendar__day--chosen' : ''}${count ? '' : ' day-calendar__day--empty'}`
  const spoken = count ? `${count.shiftCount} 个时段${count.hasSeats ? '' : '，都满了'}` : '没有时段'
  return (
    <Pressable
      className={look}
      isSelected={isChosen}
      role="radio"
      label={`${longDayWords(day)}，${spoken}`}
      onPress={() => props.onChoose(day)}
    >
      <View className="day-calendar__number">{day === props.today ? '今' : Number(day.slice(8))}</View>
      <View className={`day-calendar__mark${count ? (count.hasSeats ? ' day-calendar__mark--open' : ' day-calendar__mark--full') : ''}`}>
        {count ? count.shiftCount : ''}
      </View>
    </Pressable>
  )
}

/** A month with how many shifts begin on each day. */
export function DayCalendar(props: Props) {
  const { month, days, onMonth } = props
  return (
    <View className="day-calendar">
      <View className="day-calendar__head">
        <Pressable className="day-calendar__turn" label="上个月" onPress={() => onMonth(monthFrom(month, -1))}>
          <Icon name="forward" size={20} className="day-calendar__earlier" />
        </Pressable>
        <View className="day-calendar__month" role="heading" aria-level={3}>
          {monthWords(month)}
        </View>
        <Pressable className="day-calendar__turn" label="下个月" onPress={() => onMonth(monthFrom(month, 1))}>
          <Icon name="forward" size={20} />
        </Pressable>
      </View>
      <View className="day-calendar__week" aria-hidden>
        {weekdayLetters.map(letter => (
          <Text key={letter} className="day-calendar__letter">
            {letter}
          </Text>
        ))}
      </View>
      <View role="radiogroup" aria-label={`${monthWords(month)}，选一天`}>
        {weeksOf(month).map((week, index) => (
          <View key={index} className="day-calendar__week">
            {week.map((day, place) =>
              day ? (
                <Day key={day} day={day} count={days.find(({ on }) => on === day)} props={props} />
              ) : (
                <View key={place} className="day-calendar__gap" />
              )
            )}
          </View>
        ))}
      </View>
      <View className="day-calendar__key">数字是当天的场数，实心表示还有名额。</View>
    </View>
  )
}
