import { Text, View } from '@tarojs/components'
import type { Item, LockedItem } from '#contract/quiz-shapes'
import type { AnswerDraft } from '#app/features/quizzes/answer-rules'
import { AskedOptions } from '#app/features/quizzes/asked-options.tsx'
import { ReadAloudButton } from '#app/features/quizzes/read-aloud-button.tsx'
import { spokenQuestion } from '#app/features/quizzes/spoken-rules'
import { ToldOptions } from '#app/features/quizzes/told-options.tsx'
import { reasonWords, typeWords } from '#app/words/quizzes'
import './question-view.scss'

export const STEM_ID = 'question-stem'

interface Props {
  item: Item
  told: LockedItem | undefined
  draft: AnswerDraft
  isDisabled: boolean
  onChange: (draft: AnswerDraft) => void
  onSubmit: () => void
}

/** One question: what it is about, what it asks, and what to tap; once locked, what was right. */
export function QuestionView({ item, told, draft, isDisabled, onChange, onSubmit }: Props) {
  const { word, hint } = typeWords[item.type]
  const about = [item.topic, reasonWords[item.reason]].filter(Boolean).join(' · ')
  return (
    <View className="question-view">
      <View className="question-view__about">
        <Text className="question-view__topic">{about}</Text>
        {!told && <ReadAloudButton words={spokenQuestion(item)} />}
      </View>
      <View className="question-view__stem" id={STEM_ID} role="heading" aria-level={2}>
        {item.stem}
      </View>
      {!told && (
        <View className={`question-view__hint${item.type === 'multiple' ? ' question-view__hint--marked' : ''}`}>{`${word}：${hint}`}</View>
      )}
      <View className="question-view__options">
        {told ? <ToldOptions {...told} /> : <AskedOptions key={item.itemId} {...{ item, draft, isDisabled, onChange, onSubmit }} />}
      </View>
    </View>
  )
}
