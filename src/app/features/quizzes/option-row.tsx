import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import type { Mark } from '#app/features/quizzes/verdict-rules'
import { usePolite } from '#app/platform/use-polite'
import './option-row.scss'

interface Props {
  text: string
  kind: 'radio' | 'checkbox' | 'place'
  isSelected: boolean
  /** Its place in an order, from 1. */
  place?: number
  isDisabled: boolean
  onPress: () => void
}

/** One option to tap: a circle for one of several, a box for any of them, a number for an order. */
export function OptionRow({ text, kind, isSelected, place, isDisabled, onPress }: Props) {
  const placeWords = place ? `第 ${place} 个，${text}` : `${text}，还没排`
  return (
    <Pressable
      className={`option-row${isSelected ? ' option-row--chosen' : ''}`}
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

const shapes = { right: 'check', missed: 'check', wrong: 'close', plain: undefined } as const
const words: Record<Mark, string> = { right: '你选对了', missed: '正确答案', wrong: '你选的', plain: '' }

interface MarkedProps {
  text: string
  mark: Mark
  /** In place of the usual words. */
  line?: string
}

/** The same once the answer is locked: what it was by shape, word and colour. */
export function MarkedOption({ text, mark, line = words[mark] }: MarkedProps) {
  const shape = shapes[mark]
  const polite = usePolite()
  return (
    <View className={`option-row option-row--${mark}`} role="listitem">
      <View className="option-row__inside">
        <View className="option-row__mark" aria-hidden>
          {shape && <Icon name={shape} size={16} />}
        </View>
        <View className="option-row__text">
          <View>{text}</View>
          {line && <View className="option-row__line">{polite(line)}</View>}
        </View>
      </View>
    </View>
  )
}
