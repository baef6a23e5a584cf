import { View } from '@tarojs/components'
import type { PlannedContest } from '#contract/quizzes-contests'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { serverFaults } from '#app/packages/quiz-desk/contest/contest-form-rules'
import { usePolite } from '#app/platform/use-polite'
import { useNow } from '#app/platform/use-now'
import { paperWords, periodWords } from '#app/words/contests'
import './publish-sheet.scss'

interface Props {
  planned: PlannedContest
  onPublish: () => Promise<unknown>
  onClose: () => void
}

/** The last look of the second person before everybody sees it. */
export function PublishSheet({ planned: { contest }, onPublish, onClose }: Props) {
  const { isActing, fault, refused, act } = useAct()
  const polite = usePolite()
  const now = useNow()
  const faults = refused?.code === 'contest-faults' ? serverFaults(refused.data) : []
  const publish = async () => {
    if (await act(onPublish, '发布了')) onClose()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title="发布">
      <View className="publish-sheet__sentence">
        {polite(`“${contest.title}”，${periodWords(contest, now)}，${paperWords(contest)}。发布后方案不能再改，居民马上看得到。`)}
      </View>
      {faults.length === 0 && <ActFault fault={fault} />}
      {faults.map(({ sentence, stratum }) => (
        <ActFault key={`${sentence}${stratum ?? ''}`} fault={stratum === undefined ? sentence : `第 ${stratum + 1} 组：${sentence}`} />
      ))}
      <Button word="发布" isLoading={isActing} onPress={() => void publish()} />
    </BottomSheet>
  )
}
