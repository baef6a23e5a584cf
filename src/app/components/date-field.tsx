import { Text, View } from '@tarojs/components'
import type { DateFieldProps } from '#app/components/date-field-shape'
// Without an alias and an ending, so that the build may take `date-field-surface.h5.tsx` in the browser.
import { DateFieldSurface } from './date-field-surface'
import './text-entry.scss'

interface Props extends Omit<DateFieldProps, 'isInvalid'> {
  /** What is wrong and how to put it right. */
  fault?: string
}

/** A day, or a time of day, under its label. */
export function DateField({ fault, ...field }: Props) {
  return (
    <View className="text-field">
      <View className="text-field__label">{field.label}</View>
      <View className={`text-box${fault ? ' text-box--invalid' : ''}`}>
        <DateFieldSurface {...field} isInvalid={fault !== undefined} />
      </View>
      {fault && (
        <View className="text-field__under" role="alert">
          <Text className="text-field__fault">{fault}</Text>
        </View>
      )}
    </View>
  )
}
