import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PlannedContest } from '#contract/quizzes-contests'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { actsOf, deskStandingOf } from '#app/features/contest-desk/contest-act-rules'
import { PlannedBody } from '#app/features/contest-desk/planned-body.tsx'
import { RankingList } from '#app/features/contests/ranking-list.tsx'
import { useRanking } from '#app/features/contests/use-ranking'
import { PublishSheet } from '#app/packages/quiz-desk/contest/publish-sheet.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { MoveSheet } from '#app/packages/quiz-desk/question/move-sheet.tsx'
import { usePageIsShown } from '#app/packages/quiz-desk/question/use-page-is-shown'
import { call } from '#app/platform/call-operation'
import { useKeys } from '#app/platform/keyboard'
import { go } from '#app/platform/navigation'
import { Refused } from '#app/platform/refused'
import { serverNow } from '#app/platform/server-clock'
import { useAsked, type Asked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import '../question/question-pane.scss'

type Sheet = 'publish' | 'cancel'

/** A step with a contest; also after a refusal it is read anew: somebody else may have been here first. */
function useSteps(reading: Asked<PlannedContest>, onChanged: () => void) {
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined)
  const take = async (step: () => Promise<unknown>) => {
    try {
      await step()
    } finally {
      await reading.again()
    }
    onChanged()
  }
  return { sheet, open: setSheet, close: () => setSheet(undefined), take }
}

interface Props {
  contestId: string
  onChanged: () => void
  /** Alone on a phone's page instead of beside the list. */
  isWhole?: boolean
}

/** One contest with what may be done with it now, and after its end what came of it. */
export function ContestPane({ contestId, onChanged, isWhole }: Props) {
  const reading = useAsked(() => call.quizzes.getPlannedContest({ contestId }), [contestId])
  const now = useNow()
  const { sheet, open, close, take } = useSteps(reading, onChanged)
  const planned = reading.value
  if (!planned) return isWhole ? <Screen title="知识竞赛">{unread(reading)}</Screen> : unread(reading)
  const { version } = planned
  const acts = <Acts planned={planned} isActive={sheet === undefined} onOpen={open} />
  const body = (
    <View>
      <PlannedBody planned={planned} now={now} onAgain={() => void reading.again()} />
      {deskStandingOf(planned, serverNow()) === 'over' && <Ranking contestId={contestId} />}
      {sheet === 'publish' && (
        <PublishSheet planned={planned} onPublish={() => take(() => call.quizzes.publishContest({ contestId, version }))} onClose={close} />
      )}
      {sheet === 'cancel' && (
        <MoveSheet
          title="取消竞赛"
          sentence="取消后不能恢复：答过的成绩不算，已经发的积分不收回。"
          word="取消竞赛"
          isDanger
          needsNote
          placeholder="为什么取消，居民会看到，如：时间和社区活动撞了"
          done="取消了"
          onSend={note => take(() => call.quizzes.cancelContest({ contestId, version, note }))}
          onClose={close}
        />
      )}
    </View>
  )
  if (isWhole)
    return (
      <Screen title="知识竞赛" footer={acts}>
        {body}
      </Screen>
    )
  return (
    <View className="question-pane">
      <View className="question-pane__scroll">{body}</View>
      <View className="question-pane__foot">{acts}</View>
    </View>
  )
}

function Ranking({ contestId }: { contestId: string }) {
  const ranking = useRanking(contestId)
  return (
    <Section title="排名">
      <RankingList {...ranking} />
    </Section>
  )
}

interface ActsProps {
  planned: PlannedContest
  /** False while a sheet lies over the page. */
  isActive: boolean
  onOpen: (sheet: Sheet) => void
}

function Acts({ planned, isActive, onOpen }: ActsProps) {
  const { mayEdit, mayPublish, mayCancel } = actsOf(planned, serverNow())
  const edit = () => go(staffPaths.contest, { contest: planned.contest.contestId, edit: 'yes' })
  const [publish, cancel] = [() => onOpen('publish'), () => onOpen('cancel')]
  const isShown = usePageIsShown()
  useKeys(
    { ...(mayPublish && { p: publish, P: publish }), ...(mayEdit && { e: edit, E: edit }), ...(mayCancel && { x: cancel, X: cancel }) },
    isActive && isShown
  )
  return (
    <View className="question-pane__acts">
      {mayPublish && (
        <View className="question-pane__act">
          <Button word="发布" keyWord="P" onPress={publish} />
        </View>
      )}
      {mayEdit && (
        <View className="question-pane__act">
          <Button word="改方案" look={mayPublish ? 'quiet' : 'primary'} icon="edit" keyWord="E" onPress={edit} />
        </View>
      )}
      {mayCancel && (
        <View className="question-pane__act">
          <Button word="取消竞赛" look="quiet" keyWord="X" onPress={cancel} />
        </View>
      )}
    </View>
  )
}

function unread({ state, error, again }: Asked<unknown>) {
  if (state === 'waiting') return <Skeleton shape="card" count={2} />
  if (error instanceof Refused && error.code === 'not-found')
    return <EmptyState scene="bench" sentence="没有这场竞赛，或者你现在的身份看不到。" />
  return <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
}
