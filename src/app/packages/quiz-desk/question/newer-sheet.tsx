import { View } from '@tarojs/components'
import type { QuestionDetail } from '#contract/quiz-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { QuestionPreview } from '#app/features/question-bank/question-preview.tsx'

interface Props {
  newer: QuestionDetail
  onKeepMine: () => void
  onTakeNewer: () => void
  onClose: () => void
}

/** What somebody else saved meanwhile; which of the two goes on is for whoever writes to say. */
export function NewerSheet({ newer, onKeepMine, onTakeNewer, onClose }: Props) {
  return (
    <BottomSheet isOpen onClose={onClose} title={`新的一版（第 ${newer.version} 版）`}>
      <QuestionPreview draft={newer.draft} isKeyShown />
      <View style={{ height: '16px' }} />
      <Button word="留我写的，接在它后面存" onPress={onKeepMine} />
      <View style={{ height: '8px' }} />
      <Button word="用新的，不要我写的" look="quiet" onPress={onTakeNewer} />
    </BottomSheet>
  )
}
