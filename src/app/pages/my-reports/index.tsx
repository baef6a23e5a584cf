import { useState } from 'react'
import { Screen } from '#app/components/screen.tsx'
import { ConsentSheet } from '#app/features/people/consent-sheet.tsx'
import { MyReports } from '#app/features/reports/my-reports.tsx'
import { SUBMIT_REPORT } from '#app/features/reports/queued-report-rules'
import { outbox } from '#app/platform/outbox'

export default function MyReportsPage() {
  const [asksConsent, setAsksConsent] = useState(false)
  const sendAll = () => {
    setAsksConsent(false)
    for (const entry of outbox.list()) if (entry.kind === SUBMIT_REPORT && entry.refusal?.code === 'consent-needed') outbox.retry(entry.id)
  }
  return (
    <Screen title="我的上报">
      <MyReports onConsent={() => setAsksConsent(true)} />
      <ConsentSheet isOpen={asksConsent} onClose={() => setAsksConsent(false)} onAgreed={sendAll} />
    </Screen>
  )
}
