import { Picker, View } from '@tarojs/components'
import type { DateFieldProps } from '#app/components/date-field-shape'

/** WeChat's own wheels. */
export function DateFieldSurface({ value, onChange, label, kind = 'date', first, last }: DateFieldProps) {
  const shown = <View className={`text-entry${value ? '' : ' text-entry__placeholder'}`}>{value || '选一个'}</View>
  const shared = {
    value,
    start: first,
    end: last,
    'aria-label': label,
    onChange: (event: { detail: { value: string } }) => onChange(event.detail.value)
  }
  if (kind === 'time') {
    return (
      <Picker mode="time" {...shared}>
        {shown}
      </Picker>
    )
  }
  return (
    <Picker mode="date" {...shared}>
      {shown}
    </Picker>
  )
}
