import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Item } from '#contract/quiz-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ContestHead } from '#app/features/contests/contest-head.tsx'
import { CONTEST_PATH } from '#app/features/contests/paths'
import { LeftSheet } from '#app/features/contests/left-sheet.tsx'
import { answerOf } from '#app/features/quizzes/answer-rules'
import { QuestionView, STEM_ID } from '#app/features/quizzes/question-view.tsx'
import { useDraft } from '#app/features/quizzes/use-draft'
import { useContestAttempt, type OngoingContest } from '#app/packages/quiz/contest-attempt/use-contest-attempt'
import { useAwakeScreen } from '#app/platform/keep-awake'
import { replace } from '#app/platform/navigation'
import { toTop } from '#app/platform/page-place'
import { hurryWords } from '#app/words/contests'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './contest-attempt.scss'

/** What waits on this phone, said kindly; nothing while all is well. */
function Kept({ onPhone: { waiting, isHeldUp }, isOnline }: Pick<OngoingContest, 'onPhone' | 'isOnline'>) {
  const isCut = !isOnline || (isHeldUp && waiting.length > 0)
  if (!isCut) return null
  const kept = waiting.length > 0 ? `${waiting.length} 题的答案记在手机里，连上就自己送出。` : '可以接着答，答案先记在手机里。'
  return (
    <Notice tone="wait" icon="offline">
      {`网络没连上。${kept}时间还在走，到时前送到才算。`}
    </Notice>
  )
}

/** Nothing left to answer, or handed in: what is still on its way, or that the time is over. */
function Ending({ contest }: { contest: OngoingContest }) {
  const { onPhone, isTimeOver, isOnline, ending } = contest
  const count = onPhone.waiting.length
  if (ending.error !== undefined && isOnline)
    return <ErrorState sentence={wordsForReading(ending.error)} kept="你答的都还在。" action={wayOn(ending.error, ending.end)} />
  if (!isOnline || onPhone.isHeldUp)
    return (
      <EmptyState
        scene="letters"
        sentence={isTimeOver ? '时间到了' : `都答完了，还有 ${count} 题没送到`}
        line={isTimeOver ? '连上网，就能看成绩。' : '答案在手机里。到时前连上网会自己送出，然后给你看成绩。'}
      />
    )
  return <EmptyState scene="letters" sentence={isTimeOver ? '时间到了，正在交卷' : '正在交卷'} line="马上就好。" />
}

interface AskedProps {
  contest: OngoingContest
  item: Item
  made: ReturnType<typeof useDraft>
  onSubmit: () => void
}

function Asked({ contest, item, made, onSubmit }: AskedProps) {
  const { onPhone } = contest
  const isLast = (onPhone.place?.total ?? 0) - (onPhone.place?.place ?? 0) < 1
  return (
    <View>
      <QuestionView item={item} told={undefined} draft={made.draft} isDisabled={false} onChange={made.change} onSubmit={onSubmit} />
      {!isLast && (
        <View className="contest-attempt__skip">
          <Button word="先跳过，回头再答" look="quiet" icon="forward" isNarrow onPress={onPhone.skip} />
        </View>
      )}
    </View>
  )
}

/** A paper of a contest from its first question to its end: one question a screen, nothing told, the clock in sight. */
export function ContestAttempt(props: { personId: string; contestId: string; attemptId: string }) {
  const contest = useContestAttempt(props.personId, props.contestId, props.attemptId)
  const { onPhone, seconds, isTimeOver, isOver, isHandingIn } = contest
  const { attempt, step, error, again, answer, goTo, waiting, place } = onPhone
  const made = useDraft(step)
  const [isShowingLeft, setIsShowingLeft] = useState(false)
  const isAsking = step?.kind === 'ask' && !isTimeOver && !isOver && !isHandingIn
  const item = isAsking ? step.item : undefined
  const askedId = item?.itemId
  useAwakeScreen(isAsking)
  useEffect(() => {
    if (askedId) toTop(STEM_ID)
  }, [askedId])
  const given = item && answerOf(item, made.draft)
  const submit = () => void (given && answer(given))
  const left = (attempt?.items ?? []).filter(({ itemId }) => !waiting.some(one => one.itemId === itemId))
  const total = place?.total ?? 0
  if (!attempt || !step)
    return (
      <Screen title="知识竞赛">
        {error === undefined ? (
          <Skeleton shape="lines" count={4} />
        ) : (
          <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
        )}
      </Screen>
    )
  if (attempt.state === 'void')
    return (
      <Screen title="知识竞赛">
        <EmptyState
          scene="bench"
          sentence="这场竞赛取消了"
          line="答过的不算成绩，不是你的问题。"
          action={{ word: '看看为什么', onPress: () => replace(CONTEST_PATH, { contestId: props.contestId }) }}
        />
      </Screen>
    )
  return (
    <Screen title="知识竞赛" footer={<Foot contest={contest} isAsking={isAsking} isReady={given !== undefined} onSubmit={submit} />}>
      <ContestHead
        doneCount={total - left.length}
        total={total}
        seconds={seconds}
        {...(isAsking && { onShowLeft: () => setIsShowingLeft(true) })}
      />
      {isAsking && <Kept {...contest} />}
      {item ? <Asked contest={contest} item={item} made={made} onSubmit={submit} /> : <Ending contest={contest} />}
      {isShowingLeft && isAsking && (
        <LeftSheet
          items={left}
          waitingCount={waiting.length}
          onGo={itemId => {
            goTo(itemId)
            setIsShowingLeft(false)
          }}
          onHandIn={() => {
            contest.handIn()
            setIsShowingLeft(false)
          }}
          onClose={() => setIsShowingLeft(false)}
        />
      )}
    </Screen>
  )
}

interface FootProps {
  contest: OngoingContest
  isAsking: boolean
  isReady: boolean
  onSubmit: () => void
}

/** The one button, always in the same place; above it, where no scrolling hides it, that time gets short. */
function Foot({ contest, isAsking, isReady, onSubmit }: FootProps) {
  const { onPhone, isOnline, isTimeOver, ending, sendRest } = contest
  const hurry = contest.seconds === undefined ? undefined : hurryWords(contest.seconds)
  if (isAsking)
    return (
      <View>
        <View className="contest-attempt__hurry" role="status">
          {hurry ?? ''}
        </View>
        <Button word="确定" isDisabled={!isReady} onPress={onSubmit} />
      </View>
    )
  if (onPhone.waiting.length > 0 && !isTimeOver)
    return <Button word="现在再送一次" icon="refresh" isLoading={isOnline && !onPhone.isHeldUp} onPress={() => void sendRest()} />
  return <Button word="看成绩" isLoading={ending.isEnding} onPress={() => void ending.end()} />
}
