import { Text, View } from '@tarojs/components'
import type { TextEntryProps } from '#app/components/text-entry-shape'
// Without an alias and an ending, so that the build may take `text-entry-surface.h5.tsx` in the browser.
import { TextEntrySurface } from './text-entry-surface'
import './text-entry.scss'

interface Props extends Omit<TextEntryProps, 'isMultiline' | 'isInvalid'> {
  /** What is wrong and how to put it right. */
  fault?: string
  isLabelHidden?: boolean
}

/** One line of text under its label. */
export function TextField({ fault, isLabelHidden, ...entry }: Props) {
  return (
    <View className="text-field">
      {!isLabelHidden && <View className="text-field__label">{entry.label}</View>}
      <View className={`text-box${fault ? ' text-box--invalid' : ''}`}>
        <TextEntrySurface {...entry} isInvalid={fault !== undefined} />
      </View>
      {fault && (
        <View className="text-field__under" role="alert">
          <Text className="text-field__fault">{fault}</Text>
        </View>
      )}
    </View>
  )
}
