import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { emptyDraft, type AnswerDraft } from '#app/features/quizzes/answer-rules'
import { AttemptHead } from '#app/features/quizzes/attempt-head.tsx'
import type { Step } from '#app/features/quizzes/attempt-rules'
import { QuestionView } from '#app/features/quizzes/question-view.tsx'
import type { AttemptOnPhone } from '#app/features/quizzes/use-attempt'
import { Verdict } from '#app/features/quizzes/verdict.tsx'
import { bringIntoView } from '#app/platform/page-place'
import './attempt-view.scss'

const VERDICT_ID = 'question-verdict'

interface Props {
  onPhone: AttemptOnPhone
  step: Exclude<Step, { kind: 'over' }>
  draft: AnswerDraft
  seconds: number | undefined
  /** The network keeps an answer from being sent. */
  isHeldUp: boolean
  isTimeOver: boolean
  /** In a challenge: the last one was right and this is already the next. */
  hasJustBeenRight: boolean
  onChange: (draft: AnswerDraft) => void
  onSubmit: () => void
}

function Said({ step, isHeldUp, isTimeOver, hasJustBeenRight }: Pick<Props, 'step' | 'isHeldUp' | 'isTimeOver' | 'hasJustBeenRight'>) {
  if (step.kind === 'told') return <Verdict {...step.locked} />
  if (step.kind === 'waits' && isHeldUp)
    return (
      <Notice tone="wait" icon="offline">
        网络没连上，答案记在手机里了，连上就送出。可以接着答下一题。
      </Notice>
    )
  if (isTimeOver)
    return (
      <Notice tone="info" icon="hourglass">
        时间到了，这次就到这里。
      </Notice>
    )
  if (hasJustBeenRight)
    return (
      <Notice tone="good" icon="done">
        答对了，接着来。
      </Notice>
    )
  return null
}

function Sending({ count, isHeldUp }: { count: number; isHeldUp: boolean }) {
  return (
    <EmptyState
      scene="letters"
      sentence={isHeldUp ? `都答完了，还有 ${count} 题没送到` : '都答完了，正在送出最后几题'}
      line={isHeldUp ? '答案在手机里，一题也不会丢。连上网会自己送出，然后给你看结果。' : '马上就好。'}
    />
  )
}

/** One question a screen, as far as it has come. */
export function AttemptView(props: Props) {
  const { onPhone, step, draft, seconds, isTimeOver, onChange, onSubmit } = props
  const told = step.kind === 'told' ? step.locked : undefined
  const toldId = told?.item.itemId
  useEffect(() => {
    if (toldId) bringIntoView(VERDICT_ID)
  }, [toldId])
  const item = told?.item ?? ('item' in step ? step.item : undefined)
  return (
    <View className="attempt-view">
      {onPhone.place && (
        <AttemptHead
          {...onPhone.place}
          isOpenEnded={onPhone.attempt?.mode === 'challenge'}
          {...(step.kind === 'ask' && seconds !== undefined && { seconds })}
        />
      )}
      {item && (
        <QuestionView
          item={item}
          told={told}
          draft={step.kind === 'ask' || step.kind === 'waits' ? draft : emptyDraft}
          isDisabled={step.kind !== 'ask' || isTimeOver}
          onChange={onChange}
          onSubmit={onSubmit}
        />
      )}
      {step.kind === 'sending' && <Sending count={step.count} isHeldUp={props.isHeldUp} />}
      <View id={VERDICT_ID} className="attempt-view__said" role="status">
        <Said {...props} />
      </View>
    </View>
  )
}
