import { useEffect, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { answerOf } from '#app/features/quizzes/answer-rules'
import { AttemptView } from '#app/features/quizzes/attempt-view.tsx'
import type { Step } from '#app/features/quizzes/attempt-rules'
import { RESULT_PATH, type Beginning } from '#app/features/quizzes/paths'
import { STEM_ID } from '#app/features/quizzes/question-view.tsx'
import { useAttempt, type AttemptOnPhone } from '#app/features/quizzes/use-attempt'
import { useCountdown } from '#app/features/quizzes/use-countdown'
import { useDraft } from '#app/features/quizzes/use-draft'
import { replace } from '#app/platform/navigation'
import { useIsOnline } from '#app/platform/network'
import { outbox } from '#app/platform/outbox'
import { toTop } from '#app/platform/page-place'
import { modeWords } from '#app/words/quizzes'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** So long an answer may be on its way before somebody goes on without the verdict. */
const PATIENCE_MILLISECONDS = 2_500

/** Whether an answer is taking so long that waiting for it would hold somebody up. */
function useIsHeldUp({ step, isHeldUp }: AttemptOnPhone): boolean {
  const isOnline = useIsOnline()
  const [isLate, setIsLate] = useState(false)
  const isWaiting = step?.kind === 'waits' || step?.kind === 'sending'
  useEffect(() => {
    if (!isWaiting) return setIsLate(false)
    const timer = setTimeout(() => setIsLate(true), PATIENCE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return isWaiting && (isHeldUp || !isOnline || isLate)
}

/** A challenge goes on by itself after a right answer; anything that is over leads to its result. */
function useGoingOn({ attempt, step, hasNext, next }: AttemptOnPhone) {
  const isChallenge = attempt?.mode === 'challenge'
  const isOver = step?.kind === 'over' || (attempt !== undefined && attempt.state !== 'in_progress' && step?.kind === 'ask')
  const attemptId = attempt?.attemptId
  useEffect(() => {
    if (isOver && attemptId) replace(RESULT_PATH, { attemptId })
  }, [isOver, attemptId])
  const isPassing = isChallenge && step?.kind === 'told' && step.locked.locked.correct && hasNext
  useEffect(() => {
    if (isPassing) next()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each answer that was right
  }, [isPassing])
  return { isOver, hasJustBeenRight: isChallenge && step?.kind === 'ask' && attempt.answered.length > 0 }
}

interface FooterProps {
  step: Step
  hasNext: boolean
  isHeldUp: boolean
  isTimeOver: boolean
  isReady: boolean
  onSubmit: () => void
  onNext: () => void
  onResult: () => void
}

/** The one button of the page, always in the same place. */
function Footer({ step, hasNext, isHeldUp, isTimeOver, isReady, onSubmit, onNext, onResult }: FooterProps) {
  if (isTimeOver) return <Button word="看结果" onPress={onResult} />
  if (step.kind === 'ask') return <Button word="确定" isDisabled={!isReady} onPress={onSubmit} />
  if (step.kind === 'sending')
    return <Button word="现在再送一次" icon="refresh" isLoading={!isHeldUp} onPress={() => void outbox.flush()} />
  if (step.kind === 'waits' && !isHeldUp) return <Button word="确定" isLoading onPress={onSubmit} />
  if (hasNext || step.kind === 'waits') return <Button word={hasNext ? '下一题' : '看结果'} onPress={onNext} />
  return <Button word="看结果" onPress={onResult} />
}

/** An attempt from its beginning, or from where it stopped, to its last question. */
export function AttemptScreen({ personId, beginning }: { personId: string; beginning: Beginning }) {
  const onPhone = useAttempt(personId, beginning)
  const { attempt, step, error, again, answer, next, hasNext } = onPhone
  const { item, draft, change } = useDraft(step)
  const isHeldUp = useIsHeldUp(onPhone)
  const seconds = useCountdown(step?.kind === 'ask' ? step.item.answerBy : undefined)
  const { isOver, hasJustBeenRight } = useGoingOn(onPhone)
  const askedId = step?.kind === 'ask' ? step.item.itemId : undefined
  useEffect(() => {
    if (askedId) toTop(STEM_ID)
  }, [askedId])

  const isTimeOver = step?.kind === 'ask' && seconds === 0
  const made = item && answerOf(item, draft)
  const submit = () => void (made && step?.kind === 'ask' && !isTimeOver && answer(made))
  const showResult = () => {
    if (attempt) replace(RESULT_PATH, { attemptId: attempt.attemptId })
  }
  const title = attempt?.topic ?? modeWords[attempt?.mode ?? ('mode' in beginning ? beginning.mode : 'daily')]
  const isShown = step && step.kind !== 'over' && !isOver
  return (
    <Screen
      title={title}
      {...(isShown && {
        footer: (
          <Footer
            {...{ step, hasNext, isHeldUp, isTimeOver }}
            isReady={made !== undefined}
            onSubmit={submit}
            onNext={next}
            onResult={showResult}
          />
        )
      })}
    >
      {isShown ? (
        <AttemptView {...{ onPhone, step, draft, seconds, isHeldUp, isTimeOver, hasJustBeenRight }} onChange={change} onSubmit={submit} />
      ) : error !== undefined ? (
        <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
      ) : (
        <Skeleton shape="lines" count={4} />
      )}
    </Screen>
  )
}
