import { Text, View } from '@tarojs/components'
import type { LockedItem } from '#contract/quiz-shapes'
import { Icon } from '#app/components/icon.tsx'
import { keyLines } from '#app/features/quizzes/verdict-rules'
import { usePolite } from '#app/platform/use-polite'
import { sourceWords } from '#app/words/quizzes'
import './told-card.scss'

/** One answer stands behind its word; several lines stand under it. */
const inLines = (word: string, lines: readonly string[]) => `${word}：${lines.length > 1 ? '\n' : ''}${lines.join('\n')}`

/** A question that was answered wrongly, as something to read: what is right, what was answered, why, and where it is written. */
export function ToldCard({ item, answer, locked }: LockedItem) {
  const given = answer && keyLines(item, { key: answer })
  const polite = usePolite()
  return (
    <View className="told-card" role="listitem">
      <View className="told-card__topic">{item.topic}</View>
      <View className="told-card__stem">{item.stem}</View>
      <View className="told-card__line told-card__line--right">
        <Icon name="check" size={18} />
        <Text className="told-card__words">{inLines('正确答案', keyLines(item, locked))}</Text>
      </View>
      {!locked.correct && given && (
        <View className="told-card__line told-card__line--given">
          <Icon name="close" size={18} />
          <Text className="told-card__words">{inLines(polite('你答的'), given)}</Text>
        </View>
      )}
      <View className="told-card__explanation">{locked.explanation}</View>
      <View className="told-card__source">{`依据：${sourceWords(locked.source)}`}</View>
    </View>
  )
}
