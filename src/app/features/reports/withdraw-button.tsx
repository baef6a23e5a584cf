import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { mayMove } from '#app/features/reports/report-progress-rules'
import type { ReportActs } from '#app/features/reports/use-report'
import { call } from '#app/platform/call-operation'
import { newKey } from '#app/platform/outbox'
import { detailWords } from '#app/words/report-detail'
import './withdraw-button.scss'

/** Asked twice, because it cannot be undone. */
export function WithdrawButton({ report, acts }: { report: ReportDetail; acts: ReportActs }) {
  const [isAsking, setIsAsking] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const key = useRef(newKey('move'))
  if (!mayMove(report, 'withdrawn')) return null
  const withdraw = async () => {
    setIsSending(true)
    await acts.act(
      ({ reportId, version }) =>
        call.reports.moveReport({ idempotencyKey: `${key.current}.${version}`, reportId, version, to: 'withdrawn' }),
      detailWords.withdrawn
    )
    setIsSending(false)
    setIsAsking(false)
  }
  return (
    <View className="withdraw-button">
      <Button word="撤回这一条" icon="undo" look="quiet" onPress={() => setIsAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        title={detailWords.withdrawTitle}
        sentence={detailWords.withdrawSentence}
        confirmWord="撤回"
        isDanger
        isLoading={isSending}
        onConfirm={() => void withdraw()}
        onClose={() => setIsAsking(false)}
      />
    </View>
  )
}
