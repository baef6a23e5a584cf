import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import './progress-steps.scss'

interface Props {
  words: readonly string[]
  /** Index of the step it stands on. */
  current: number
  /** The last step is done too. */
  isFinished?: boolean
  /** Stopped here: the rest will not come (withdrawn, refused). */
  isStopped?: boolean
  /** Dots and one word only, for cards. */
  isCompact?: boolean
}

/** How far it has come, in a few plain steps. */
export function ProgressSteps({ words, current, isFinished, isStopped, isCompact }: Props) {
  const spoken = `第 ${current + 1} 步，共 ${words.length} 步：${words[current] ?? ''}`
  const lookOf = (index: number) => {
    if (index < current || (isFinished && index === current)) return 'done'
    if (index > current) return 'ahead'
    return isStopped ? 'stopped' : 'now'
  }
  return (
    <View className={`progress-steps${isCompact ? ' progress-steps--compact' : ''}`} role="img" aria-label={spoken}>
      {words.map((word, index) => (
        <View key={word} className={`progress-steps__step progress-steps__step--${lookOf(index)}`}>
          <View className="progress-steps__dot">{lookOf(index) === 'done' && !isCompact && <Icon name="check" size={12} />}</View>
          {!isCompact && <Text className="progress-steps__word">{word}</Text>}
        </View>
      ))}
    </View>
  )
}
