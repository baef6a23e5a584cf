import { Text, View } from '@tarojs/components'
import type { TextEntryProps } from '#app/components/text-entry-shape'
import { TextEntrySurface } from './text-entry-surface'
import './text-entry.scss'

interface Props extends Omit<TextEntryProps, 'isMultiline' | 'kind' | 'onSubmit' | 'isInvalid'> {
  lengthMax: number
  fault?: string
  isLabelHidden?: boolean
}

/** Several lines, with how much room is left once it gets tight; some keyboards write beyond the end, and then the field says so. */
export function TextArea({ fault, isLabelHidden, ...entry }: Props) {
  const left = entry.lengthMax - entry.value.length
  const isTight = left <= entry.lengthMax / 5
  const said = fault ?? (left < 0 ? `多了 ${-left} 字，删短一点才能发` : undefined)
  return (
    <View className="text-field">
      {!isLabelHidden && <View className="text-field__label">{entry.label}</View>}
      <View className={`text-box${said ? ' text-box--invalid' : ''}`}>
        <TextEntrySurface {...entry} isMultiline isInvalid={said !== undefined} />
      </View>
      {(said || isTight) && (
        <View className="text-field__under">
          <Text className="text-field__fault">{said ?? ''}</Text>
          {left >= 0 && <Text>还能写 {left} 字</Text>}
        </View>
      )}
    </View>
  )
}
