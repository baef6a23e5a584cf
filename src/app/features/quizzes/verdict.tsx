import { Text, View } from '@tarojs/components'
import type { LockedItem } from '#contract/quiz-shapes'
import { Icon } from '#app/components/icon.tsx'
import { ReadAloudButton } from '#app/features/quizzes/read-aloud-button.tsx'
import { spokenVerdict } from '#app/features/quizzes/spoken-rules'
import { keyWords } from '#app/features/quizzes/verdict-rules'
import { sourceWords } from '#app/words/quizzes'
import './verdict.scss'

const wordOf = ({ answer, locked }: LockedItem) => (locked.correct ? '答对了' : answer ? '这题没答对' : '时间到了')

/** Right or not by shape, word and colour, then why, and where it is written. */
export function Verdict(told: LockedItem) {
  const { item, locked } = told
  return (
    <View className={`verdict verdict--${locked.correct ? 'right' : 'wrong'}`}>
      <View className="verdict__head">
        <Icon name={locked.correct ? 'done' : 'bulb'} size={24} />
        <Text className="verdict__word">{wordOf(told)}</Text>
        <ReadAloudButton words={spokenVerdict(locked, keyWords(item, locked))} />
      </View>
      <View className="verdict__explanation">{locked.explanation}</View>
      <View className="verdict__source">{`依据：${sourceWords(locked.source)}`}</View>
    </View>
  )
}
