import { Text, View } from '@tarojs/components'
import type { QuestionDraft } from '#contract/quiz-shapes'
import { Icon } from '#app/components/icon.tsx'
import { previewOptions, stemParts, type PreviewOption } from '#app/features/question-bank/question-preview-rules'
import { typeWords } from '#app/words/quizzes'
import './question-preview.scss'

interface Props {
  draft: QuestionDraft
  isKeyShown: boolean
}

/** A question as a resident sees it: without its key before the answer, with key and explanation after. */
export function QuestionPreview({ draft, isKeyShown }: Props) {
  const { word, hint } = typeWords[draft.type]
  return (
    <View className="question-preview">
      <View className="question-preview__kind">{`${word} · ${hint}`}</View>
      <Stem stem={draft.stem} />
      {draft.type === 'fill' ? (
        <FillIn texts={isKeyShown && 'texts' in draft.key ? draft.key.texts : undefined} />
      ) : (
        <View className="question-preview__options">
          {previewOptions(draft, isKeyShown).map(option => (
            <PreviewRow key={option.optionId} option={option} />
          ))}
        </View>
      )}
      {draft.type === 'bins' && <Bins bins={draft.bins ?? []} />}
      {isKeyShown && draft.explanation !== '' && (
        <View className="question-preview__explanation">
          <Icon name="bulb" size={20} className="question-preview__bulb" />
          <View className="question-preview__words">{draft.explanation}</View>
        </View>
      )}
    </View>
  )
}

function Stem({ stem }: { stem: string }) {
  const parts = stemParts(stem || '题干写在这里')
  return (
    <View className={`question-preview__stem${stem ? '' : ' question-preview__stem--none'}`}>
      {parts.map((part, place) => (
        <Text key={place}>
          {place > 0 && <Text className="question-preview__blank">{'\u3000\u3000\u3000'}</Text>}
          {part}
        </Text>
      ))}
    </View>
  )
}

function PreviewRow({ option: { text, isRight, place, bin } }: { option: PreviewOption }) {
  const isTold = isRight || place !== undefined || bin !== undefined
  return (
    <View className={`question-preview__option${isTold ? ' question-preview__option--told' : ''}`}>
      {place !== undefined && <View className="question-preview__place">{place}</View>}
      <View className={`question-preview__words${text ? '' : ' question-preview__stem--none'}`}>{text || '还没写'}</View>
      {isRight && (
        <View className="question-preview__right">
          <Icon name="check" size={18} />
          <Text>对</Text>
        </View>
      )}
      {bin !== undefined && <View className="question-preview__bin">{bin}</View>}
    </View>
  )
}

function Bins({ bins }: { bins: readonly { binId: string; text: string }[] }) {
  return (
    <View className="question-preview__bins">
      {bins.map(({ binId, text }) => (
        <View key={binId} className="question-preview__bin">
          {text || '还没写'}
        </View>
      ))}
    </View>
  )
}

function FillIn({ texts }: { texts?: readonly string[] }) {
  if (!texts) return <View className="question-preview__entry">写在这里</View>
  return (
    <View className="question-preview__bins">
      <Text className="question-preview__kind">算对的写法</Text>
      {texts.map(text => (
        <View key={text} className="question-preview__bin">
          {text}
        </View>
      ))}
    </View>
  )
}
