import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import './state-chip.scss'

export type Tone = 'good' | 'wait' | 'bad' | 'info'

interface Props {
  tone: Tone
  word: string
  /** The shape beside colour and word; by tone where none is given. */
  icon?: IconName
}

const shapes: Record<Tone, IconName> = { good: 'done', wait: 'clock', bad: 'alert', info: 'info' }

/** A state as colour, word and shape at once. */
export function StateChip({ tone, word, icon = shapes[tone] }: Props) {
  return (
    <View className={`state-chip state-chip--${tone}`}>
      <Icon name={icon} size={14} />
      <Text className="state-chip__word">{word}</Text>
    </View>
  )
}
