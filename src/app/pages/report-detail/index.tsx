import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ReportView } from '#app/features/reports/report-view.tsx'
import { useReport } from '#app/features/reports/use-report'
import { useParams } from '#app/platform/navigation'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

export default function ReportDetailPage() {
  const { reportId = '' } = useParams()
  const { asked, report, notice, fault, act } = useReport(reportId)
  const now = useNow()
  return (
    <Screen title="上报进展">
      {report && <ReportView report={report} acts={{ act, fault }} notice={notice} now={now} />}
      {!report && asked.state === 'waiting' && (
        <>
          <Skeleton shape="lines" count={2} />
          <Skeleton shape="card" />
        </>
      )}
      {!report && asked.state === 'failed' && (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      )}
    </Screen>
  )
}
