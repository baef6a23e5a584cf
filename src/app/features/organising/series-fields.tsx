import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import type { PlannedSeries } from '#app/features/organising/activity-plan-rules'
import { weekdayWords } from '#app/features/organising/city-time-rules'
import './series-fields.scss'

interface Props {
  series: PlannedSeries
  /** The day of the first time: the series begins after it. */
  first: string
  onChange: (series: PlannedSeries) => void
}

const toggled = <Value,>(list: readonly Value[], one: Value) => (list.includes(one) ? list.filter(other => other !== one) : [...list, one])

/** Every week on these days until a date, save for these dates. */
export function SeriesFields({ series, first, onChange }: Props) {
  const [left, setLeft] = useState('')
  const leaveOut = () => {
    if (left && !series.except.includes(left)) onChange({ ...series, except: [...series.except, left].sort() })
    setLeft('')
  }
  return (
    <View>
      <View className="series-fields__label">每周的哪几天</View>
      <View className="series-fields__days" role="group" aria-label="每周的哪几天">
        {weekdayWords.map((word, index) => {
          const isOn = series.weekdays.includes(index + 1)
          return (
            <Pressable
              key={word}
              className={`series-fields__day${isOn ? ' series-fields__day--on' : ''}`}
              role="checkbox"
              isSelected={isOn}
              onPress={() => onChange({ ...series, weekdays: toggled(series.weekdays, index + 1).sort() })}
            >
              {word}
            </Pressable>
          )
        })}
      </View>
      <DateField label="到哪一天为止" value={series.until} first={first} onChange={until => onChange({ ...series, until })} />
      <View className="series-fields__except">
        <View className="series-fields__except-field">
          <DateField label="哪天不办（如节假日）" value={left} first={first} last={series.until || undefined} onChange={setLeft} />
        </View>
        <Button word="去掉这天" look="quiet" isNarrow isDisabled={left === ''} onPress={leaveOut} />
      </View>
      <View className="series-fields__chips">
        {series.except.map(on => (
          <Pressable
            key={on}
            className="series-fields__chip"
            label={`${on} 还是要办`}
            onPress={() => onChange({ ...series, except: toggled(series.except, on) })}
          >
            <Text>{`${Number(on.slice(5, 7))}月${Number(on.slice(8))}日不办`}</Text>
            <Icon name="close" size={14} />
          </Pressable>
        ))}
      </View>
    </View>
  )
}
