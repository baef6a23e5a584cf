import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { PlannedContest } from '#contract/quizzes-contests'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import type { FormFault } from '#app/packages/quiz-desk/contest/contest-form-rules'
import { PlanFields } from '#app/packages/quiz-desk/contest/plan-fields.tsx'
import { useContestForm } from '#app/packages/quiz-desk/contest/use-contest-form'
import { staffPaths } from '#app/platform/staff-paths'
import { call } from '#app/platform/call-operation'
import { replace } from '#app/platform/navigation'
import { useAsked } from '#app/platform/use-asked'
import { useIsWide } from '#app/platform/use-is-wide'
import { planPlaceWords } from '#app/words/contests'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './contest-editor.scss'

/** Changes a plan that is there: what it says now is read first. */
export function SavedContestEditor({ contestId }: { contestId: string }) {
  const asked = useAsked(() => call.quizzes.getPlannedContest({ contestId }), [contestId])
  if (asked.value) return <ContestEditor saved={asked.value} onAgain={asked.again} />
  return (
    <Screen title="改方案">
      {asked.state === 'waiting' ? (
        <Skeleton shape="card" count={2} />
      ) : (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      )}
    </Screen>
  )
}

interface Props {
  saved?: PlannedContest
  onAgain?: () => Promise<void>
}

/** Planning a contest; whoever else is an editor publishes it. */
export function ContestEditor({ saved, onAgain }: Props) {
  const writing = useContestForm(saved)
  const isWide = useIsWide()
  const { isStale } = writing
  useEffect(() => {
    if (isStale) void onAgain?.()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read once when it is found to be stale
  }, [isStale])
  const save = async () => {
    const planned = await writing.save()
    if (planned) replace(staffPaths.contest, { contest: planned.contest.contestId })
  }
  const foot = (
    <View>
      <ActFault fault={writing.fault} />
      <Button word="存好，等人发布" isLoading={writing.isSaving} onPress={() => void save()} />
    </View>
  )
  return (
    <Screen title={saved ? '改方案' : '办竞赛'} footer={isWide ? undefined : foot}>
      <View className="contest-editor">
        {saved && isStale ? (
          <Notice tone="wait" icon="people">
            <View>有人先改了这个方案，你写的都还在。</View>
            <View className="contest-editor__acts">
              <Button word="留我写的，接着存" look="quiet" isNarrow onPress={() => writing.goOnFrom(saved.version)} />
              <Button word="用新的" look="quiet" isNarrow onPress={() => writing.startOver(saved)} />
            </View>
          </Notice>
        ) : (
          writing.isKept && <KeptNotice onStartOver={() => writing.startOver(saved)} />
        )}
        <PlanFields form={writing.form} faults={writing.faults} saved={saved} onChange={writing.change} />
        <FaultSummary faults={writing.faults} />
        {isWide && foot}
      </View>
    </Screen>
  )
}

function KeptNotice({ onStartOver }: { onStartOver: () => void }) {
  const [isSeen, setIsSeen] = useState(false)
  if (isSeen) return null
  const startOver = () => {
    onStartOver()
    setIsSeen(true)
  }
  return (
    <Notice tone="info" icon="edit">
      <View>上次写的还在，接着写就好。</View>
      <View className="contest-editor__acts">
        <Button word="不要了，重新写" look="quiet" isNarrow onPress={startOver} />
      </View>
    </Notice>
  )
}

/** Where something is still wrong, in one look above the button. */
function FaultSummary({ faults }: { faults: readonly FormFault[] }) {
  if (faults.length === 0) return null
  const places = [...new Set(faults.map(({ place }) => planPlaceWords[place]))]
  return (
    <View role="alert">
      <Notice tone="bad" icon="alert">{`还没存：看看${places.join('、')}下面的红字。`}</Notice>
    </View>
  )
}
