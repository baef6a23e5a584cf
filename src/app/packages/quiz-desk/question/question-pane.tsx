import { View } from '@tarojs/components'
import type { QuestionDetail } from '#contract/quiz-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ItemStatisticsPart } from '#app/features/question-bank/item-statistics.tsx'
import { QuestionBody } from '#app/features/question-bank/question-body.tsx'
import { actsOf, mayWrite, type QuestionAct } from '#app/features/question-bank/question-move-rules'
import { staffPaths } from '#app/platform/staff-paths'
import { MoveSheet } from '#app/packages/quiz-desk/question/move-sheet.tsx'
import { useQuestion } from '#app/packages/quiz-desk/question/use-question'
import { useKeys } from '#app/platform/keyboard'
import { go } from '#app/platform/navigation'
import { Refused } from '#app/platform/refused'
import { usePageIsShown } from '#app/packages/quiz-desk/question/use-page-is-shown'
import type { Asked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './question-pane.scss'

interface Props {
  questionId: string
  onChanged: () => void
  /** Alone on a phone's page instead of beside the list. */
  isWhole?: boolean
}

const placeholders: Record<string, string> = {
  draft: '要改哪里，如：第二项也说得通，换一个',
  suspended: '为什么停，如：条文改了，正在核对',
  retired: '为什么不再用',
  active: '为什么可以恢复'
}

/** One question with what may be done with it now. */
export function QuestionPane({ questionId, onChanged, isWhole }: Props) {
  const { reading, chosen, choose, move } = useQuestion(questionId, onChanged)
  const question = reading.value
  const isShown = usePageIsShown()
  const close = () => choose(undefined)
  // The letter that opens a sheet closes it too, as long as nothing is being written in it.
  useKeys(chosen ? { [chosen.key]: close, [chosen.key.toUpperCase()]: close } : {}, isShown && chosen !== undefined)
  if (!question) return isWhole ? <Screen title="题目">{unread(reading)}</Screen> : unread(reading)
  const acts = <Acts question={question} isActive={chosen === undefined} onAct={choose} />
  const body = (
    <View>
      <QuestionBody question={question} />
      {question.pool === 'practice' && <ItemStatisticsPart questionId={questionId} version={question.version} />}
      {chosen && (
        <MoveSheet
          title={chosen.word}
          sentence={chosen.sentence}
          word={chosen.word}
          isDanger={chosen.look === 'danger'}
          needsNote={chosen.move.needsNote}
          placeholder={chosen.move.needsNote ? placeholders[chosen.move.to] : undefined}
          done={chosen.done}
          onSend={note => move(question.version, chosen, note)}
          onClose={() => choose(undefined)}
        />
      )}
    </View>
  )
  if (isWhole) {
    return (
      <Screen title="题目" footer={acts}>
        {body}
      </Screen>
    )
  }
  return (
    <View className="question-pane">
      <View className="question-pane__scroll">{body}</View>
      <View className="question-pane__foot">{acts}</View>
    </View>
  )
}

interface ActsProps {
  question: QuestionDetail
  /** False while a sheet lies over the page. */
  isActive: boolean
  onAct: (act: QuestionAct) => void
}

function Acts({ question, isActive, onAct }: ActsProps) {
  const acts = actsOf(question)
  const isToChange = question.isMine && question.returned !== undefined
  const edit = mayWrite(question) ? () => go(staffPaths.question, { question: question.questionId, edit: 'yes' }) : undefined
  const count = acts.length + (edit ? 1 : 0)
  const keys = acts.flatMap(act => [act.key, act.key.toUpperCase()].map(key => [key, () => onAct(act)] as const))
  const isShown = usePageIsShown()
  useKeys({ ...Object.fromEntries(keys), ...(edit && { e: edit, E: edit }) }, isActive && isShown)
  return (
    <View className={`question-pane__acts${count > 3 ? ' question-pane__acts--paired' : ''}`}>
      {acts.map(act => (
        <View key={act.move.to} className="question-pane__act">
          <Button word={act.word} look={act.look} keyWord={act.key.toUpperCase()} onPress={() => onAct(act)} />
        </View>
      ))}
      {edit && (
        <View className="question-pane__act">
          <Button word="改题" look={isToChange ? 'primary' : 'quiet'} icon="edit" keyWord="E" onPress={edit} />
        </View>
      )}
    </View>
  )
}

function unread({ state, error, again }: Asked<unknown>) {
  if (state === 'waiting') return <Skeleton shape="card" count={2} />
  if (error instanceof Refused && error.code === 'not-found')
    return <EmptyState scene="bench" sentence="没有这道题，或者你现在的身份看不到。" />
  return <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
}
