import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import './option-row.scss'

interface Props {
  text: string
  kind: 'radio' | 'checkbox' | 'place'
  isSelected: boolean
  /** Its place in an order, from 1. */
  place?: number
  isDisabled?: boolean
  /** Asked at the door, in larger words. */
  isLarge?: boolean
  onPress: () => void
}

/** One option to tap: a circle for one of several, a box for any of them, a number for an order. */
export function OptionRow({ text, kind, isSelected, place, isDisabled, isLarge, onPress }: Props) {
  const placeWords = place ? `第 ${place} 个，${text}` : `${text}，还没排`
  return (
    <Pressable
      className={`option-row${isLarge ? ' option-row--large' : ''}${isSelected ? ' option-row--chosen' : ''}`}
      role={kind === 'place' ? 'button' : kind}
      isSelected={isSelected}
      isDisabled={isDisabled}
      label={kind === 'place' ? placeWords : text}
      onPress={onPress}
    >
      <View className="option-row__inside">
        <View className={`option-row__mark option-row__mark--${kind}`} aria-hidden>
          {kind === 'place' ? <Text>{place ?? ''}</Text> : isSelected && <Icon name="check" size={16} />}
        </View>
        <View className="option-row__text">{text}</View>
      </View>
    </Pressable>
  )
}
