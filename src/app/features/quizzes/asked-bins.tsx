import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Option } from '#contract/quiz-shapes'
import { Pressable } from '#app/components/pressable.tsx'
import { nextToPlace, placed } from '#app/features/quizzes/answer-rules'
import type { AskedProps } from '#app/features/quizzes/asked-options.tsx'
import './asked-bins.scss'

type Props = Omit<AskedProps, 'onSubmit'>

interface PieceProps extends Pick<Props, 'item' | 'isDisabled'> {
  option: Option
  binId: string | undefined
  isOpen: boolean
  onOpen: () => void
  onPlace: (binId: string) => void
}

/** So few bins stand under every thing at once: one tap puts it away. */
const INLINE_MAX = 2

/** One thing to put away: what it is and where it went; opened, or where they are few, the bins stand under it. */
function Piece({ item, option, binId, isOpen, isDisabled, onOpen, onPlace }: PieceProps) {
  const bins = item.bins ?? []
  const isInline = bins.length <= INLINE_MAX
  const bin = bins.find(one => one.binId === binId)?.text
  return (
    <View className={`asked-bins__piece${isOpen && !isInline ? ' asked-bins__piece--open' : ''}`}>
      <Pressable
        className="asked-bins__head"
        isExpanded={isOpen}
        isDisabled={isDisabled}
        label={`${option.text}，${bin ? `放进${bin}` : '还没放'}`}
        onPress={onOpen}
      >
        <View className="asked-bins__inside">
          <View className="asked-bins__text">{option.text}</View>
          <View className={`asked-bins__bin${bin ? ' asked-bins__bin--set' : ''}`}>{bin ?? '选一格'}</View>
        </View>
      </Pressable>
      {(isOpen || isInline) && !isDisabled && (
        <View className="asked-bins__choices" role="radiogroup" aria-label={`${option.text}放进哪一格`}>
          {bins.map(one => (
            <Pressable
              key={one.binId}
              className={`asked-bins__choice${one.binId === binId ? ' asked-bins__choice--chosen' : ''}`}
              role="radio"
              isSelected={one.binId === binId}
              onPress={() => onPlace(one.binId)}
            >
              <Text>{one.text}</Text>
            </Pressable>
          ))}
        </View>
      )}
    </View>
  )
}

/** Sorting without dragging: the first thing is open, and placing it opens the next. */
export function AskedBins({ item, draft, onChange, isDisabled }: Props) {
  const [openId, setOpenId] = useState(() => nextToPlace(item, draft))
  const place = (optionId: string, binId: string) => {
    const next = placed(draft, optionId, binId)
    onChange(next)
    setOpenId(nextToPlace(item, next, optionId))
  }
  return (
    <View role="group" aria-label="给每一项选一格">
      {item.options?.map(option => (
        <Piece
          key={option.optionId}
          item={item}
          option={option}
          binId={draft.bins[option.optionId]}
          isOpen={openId === option.optionId}
          isDisabled={isDisabled}
          onOpen={() => setOpenId(openId === option.optionId ? undefined : option.optionId)}
          onPlace={binId => place(option.optionId, binId)}
        />
      ))}
    </View>
  )
}
