import { View } from '@tarojs/components'
import type { LockedItem } from '#contract/quiz-shapes'
import { draftOf } from '#app/features/quizzes/answer-rules'
import { MarkedOption } from '#app/features/quizzes/marked-option.tsx'
import { answerWords, inKeyBins, inKeyOrder, keyWords, markOf } from '#app/features/quizzes/verdict-rules'

function ToldOrder({ item, answer, locked }: LockedItem) {
  return (
    <View role="list">
      {inKeyOrder(item, draftOf(answer), locked).map(({ option, given, isRight }, index) => (
        <MarkedOption
          key={option.optionId}
          text={`${index + 1}. ${option.text}`}
          mark={isRight ? 'right' : 'wrong'}
          line={isRight ? '排对了' : given ? `你排在第 ${given}` : `应排第 ${index + 1}`}
        />
      ))}
    </View>
  )
}

function ToldBins({ item, answer, locked }: LockedItem) {
  return (
    <View role="list">
      {inKeyBins(item, draftOf(answer), locked).map(({ option, bin, givenBin, isRight }) => (
        <MarkedOption
          key={option.optionId}
          text={option.text}
          mark={isRight ? 'right' : 'wrong'}
          line={isRight ? `${bin}，放对了` : givenBin ? `应放${bin}，你放了${givenBin}` : `应放${bin}`}
        />
      ))}
    </View>
  )
}

function ToldFill({ item, answer, locked }: LockedItem) {
  const given = answerWords(item, answer)
  return (
    <View role="list">
      {locked.correct ? (
        <MarkedOption text={given ?? keyWords(item, locked)} mark="right" line="你写对了" />
      ) : (
        <>
          <MarkedOption text={keyWords(item, locked)} mark="missed" />
          {given && <MarkedOption text={given} mark="wrong" line="你写的" />}
        </>
      )}
    </View>
  )
}

/** The options once the answer is locked, each with what became of it. */
export function ToldOptions(told: LockedItem) {
  const { item, answer, locked } = told
  if (item.type === 'order') return <ToldOrder {...told} />
  if (item.type === 'bins') return <ToldBins {...told} />
  if (item.type === 'fill') return <ToldFill {...told} />
  return (
    <View role="list">
      {item.options?.map(({ optionId, text }) => (
        <MarkedOption key={optionId} text={text} mark={markOf(optionId, draftOf(answer), locked)} />
      ))}
    </View>
  )
}
