import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { clockWords } from '#app/words/contests'
import './contest-head.scss'

const HURRY_SECONDS = 60

interface Props {
  doneCount: number
  total: number
  seconds: number | undefined
  /** Shows which are left; absent where none is. */
  onShowLeft?: () => void
}

/** How far it has come, what time is left, and the way to what was skipped. */
export function ContestHead({ doneCount, total, seconds, onShowLeft }: Props) {
  const isShort = seconds !== undefined && seconds <= HURRY_SECONDS
  return (
    <View className="contest-head">
      <View className="contest-head__row">
        {seconds !== undefined && (
          <View
            className={`contest-head__time${isShort ? ' contest-head__time--short' : ''}`}
            role="timer"
            aria-label={`还有 ${clockWords(seconds)}`}
          >
            <Icon name="clock" size={20} />
            <Text>{clockWords(seconds)}</Text>
          </View>
        )}
        {onShowLeft && (
          <Pressable className="contest-head__left" label={`还剩 ${total - doneCount} 题，看看是哪些`} onPress={onShowLeft}>
            <View className="contest-head__left-inside">
              <Text>{`还剩 ${total - doneCount} 题`}</Text>
              <Icon name="down" size={16} />
            </View>
          </Pressable>
        )}
        <Text className="contest-head__words">{`答了 ${doneCount} 题，共 ${total} 题`}</Text>
      </View>
      <View className="contest-head__track" aria-hidden>
        <View className="contest-head__part" style={{ width: `${total > 0 ? (doneCount / total) * 100 : 0}%` }} />
      </View>
    </View>
  )
}
