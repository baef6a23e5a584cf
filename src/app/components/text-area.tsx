import { Text, View } from '@tarojs/components'
import type { TextEntryProps } from '#app/components/text-entry-shape'
import { TextEntrySurface } from './text-entry-surface'
import './text-entry.scss'

interface Props extends Omit<TextEntryProps, 'isMultiline' | 'kind' | 'onSubmit' | 'isInvalid'> {
  lengthMax: number
  fault?: string
  isLabelHidden?: boolean
}

/** Several lines, with how much room is left once it gets tight. */
export function TextArea({ fault, isLabelHidden, ...entry }: Props) {
  const left = entry.lengthMax - entry.value.length
  const isTight = left <= entry.lengthMax / 5
  return (
    <View className="text-field">
      {!isLabelHidden && <View className="text-field__label">{entry.label}</View>}
      <View className={`text-box${fault ? ' text-box--invalid' : ''}`}>
        <TextEntrySurface {...entry} isMultiline isInvalid={fault !== undefined} />
      </View>
      {(fault || isTight) && (
        <View className="text-field__under">
          <Text className="text-field__fault">{fault ?? ''}</Text>
          <Text>还能写 {left} 字</Text>
        </View>
      )}
    </View>
  )
}
