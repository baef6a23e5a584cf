import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Pressable } from '#app/components/pressable.tsx'
import './find-bar.scss'

export interface Choice {
  word: string
  icon?: IconName
  isChosen?: boolean
  /** Chosen or not chosen; without it, the pill opens something. */
  isSwitch?: boolean
  onPress: () => void
}

/** Pills side by side; what does not fit is reached by a swipe. */
export function FindBar({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <View className="find-bar" role="group" aria-label={label}>
      {choices.map(({ word, icon, isChosen, isSwitch = true, onPress }) => (
        <Pressable
          key={word}
          className={`find-bar__pill${isChosen ? ' find-bar__pill--chosen' : ''}`}
          onPress={onPress}
          {...(isSwitch && { role: 'switch' as const, isSelected: Boolean(isChosen) })}
        >
          <View className="find-bar__inside">
            {icon && <Icon name={icon} size={16} />}
            <Text>{word}</Text>
          </View>
        </Pressable>
      ))}
    </View>
  )
}
