import { View } from '@tarojs/components'
import type { MemoryWords } from '#app/words/quizzes'
import './memory-bar.scss'

/** How much of all is learnt, as a bar; the words beside it say the same. */
export function MemoryBar({ tone, percent = 0 }: Pick<MemoryWords, 'tone' | 'percent'>) {
  return (
    <View className="memory-bar" aria-hidden>
      <View className={`memory-bar__part memory-bar__part--${tone}`} style={{ width: `${percent}%` }} />
    </View>
  )
}
