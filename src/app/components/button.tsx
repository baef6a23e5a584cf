import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Pressable } from '#app/components/pressable.tsx'
import './button.scss'

interface Props {
  word: string
  onPress: () => void
  /** One primary a screen. */
  look?: 'primary' | 'quiet' | 'danger'
  icon?: IconName
  /** As wide as its words instead of the whole row. */
  isNarrow?: boolean
  isLoading?: boolean
  isDisabled?: boolean
  /** A key shown on the button, for desktops. */
  keyWord?: string
}

export function Button({ word, onPress, look = 'primary', icon, isNarrow, isLoading, isDisabled, keyWord }: Props) {
  return (
    <Pressable
      className={`button button--${look}${isNarrow ? ' button--narrow' : ''}`}
      onPress={onPress}
      isDisabled={isDisabled || isLoading}
      label={isLoading ? `${word}，请稍等` : word}
    >
      <View className="button__inside">
        {isLoading ? <View className="button__wheel" /> : icon && <Icon name={icon} size={20} />}
        <Text className="button__word">{word}</Text>
        {keyWord && <Text className="button__key">{keyWord}</Text>}
      </View>
    </Pressable>
  )
}
