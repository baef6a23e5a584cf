import { Screen } from '#app/components/screen.tsx'
import { ConsentSheet } from '#app/features/people/consent-sheet.tsx'
import { ReportForm, SendBar } from '#app/features/reports/report-form.tsx'
import { ReportOutcome } from '#app/features/reports/report-outcome.tsx'
import { SimilarSheet } from '#app/features/reports/similar-sheet.tsx'
import { useReportForm } from '#app/features/reports/use-report-form'
import { useIsOnline } from '#app/platform/network'
import { useNow } from '#app/platform/use-now'

export default function ReportPage() {
  const form = useReportForm()
  const isOnline = useIsOnline()
  const now = useNow()
  const close = () => form.setAsking(undefined)
  const isOver = form.outgoing !== undefined || form.followed !== undefined
  return (
    <Screen title="随手拍" tab="/pages/report/index" footer={isOver ? undefined : <SendBar form={form} isOnline={isOnline} />}>
      {isOver ? (
        <ReportOutcome outgoing={form.outgoing} followed={form.followed} now={now} onAnother={form.startAnew} />
      ) : (
        <ReportForm form={form} isOnline={isOnline} />
      )}
      <ConsentSheet
        isOpen={form.asking === 'consent'}
        onClose={close}
        onAgreed={() => {
          close()
          void form.send()
        }}
      />
      <SimilarSheet
        isOpen={form.asking === 'similar'}
        onClose={close}
        reports={form.similar}
        now={now}
        onFollow={form.follow}
        onSend={() => void form.queue()}
      />
    </Screen>
  )
}
