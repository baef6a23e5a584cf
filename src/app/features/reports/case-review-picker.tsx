import { View } from '@tarojs/components'
import { Pressable } from '#app/components/pressable.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { reviewDates } from '#app/features/reports/case-move-rules'
import './case-picker.scss'

interface Props {
  value?: string
  now: Date
  onChange: (date: string) => void
}

/** When a suspended case is looked at again: a few usual distances, or any date within thirty days. */
export function CaseReviewPicker({ value, now, onChange }: Props) {
  return (
    <View className="case-picker">
      <View className="case-picker__label">哪天再看（最晚三十天）</View>
      <View className="case-picker__chips" role="group" aria-label="哪天再看">
        {reviewDates(now).map(({ days, date }) => (
          <Pressable
            key={days}
            className={`case-picker__chip${date === value ? ' case-picker__chip--chosen' : ''}`}
            isSelected={date === value}
            onPress={() => onChange(date)}
          >
            {days} 天后
          </Pressable>
        ))}
      </View>
      <TextField
        label="复看日期"
        isLabelHidden
        value={value ?? ''}
        onChange={onChange}
        placeholder="或写日期，如 2026-12-01"
        lengthMax={10}
      />
    </View>
  )
}
