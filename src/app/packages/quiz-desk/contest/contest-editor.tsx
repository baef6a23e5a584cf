import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { PlannedContest } from '#contract/quizzes-contests'
import { Button } from '#app/components/button.tsx'
import { KeptNotice } from '#app/components/kept-notice.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Screen } from '#app/components/screen.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import type { FormFault } from '#app/packages/quiz-desk/contest/contest-form-rules'
import { PlanFields } from '#app/packages/quiz-desk/contest/plan-fields.tsx'
import { useContestForm } from '#app/packages/quiz-desk/contest/use-contest-form'
import { staffPaths } from '#app/platform/staff-paths'
import { replace } from '#app/platform/navigation'
import { useIsWide } from '#app/platform/use-is-wide'
import { planPlaceWords } from '#app/words/contests'
import './contest-editor.scss'

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
