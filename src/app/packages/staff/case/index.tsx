import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { CaseBody } from '#app/features/reports/case-body.tsx'
import { CaseSteps } from '#app/features/reports/case-steps.tsx'
import { useCaseDesk } from '#app/features/reports/use-case-desk.tsx'
import { useWorkClock } from '#app/features/reports/use-work-clock'
import { staffPaths } from '#app/platform/staff-paths'
import { back, go, useParams } from '#app/platform/navigation'
import { Refused } from '#app/platform/refused'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** One case, opened from a queue, the map or a link. */
export default function CasePage() {
  const { reportId } = useParams()
  if (reportId) return <OpenCase reportId={reportId} />
  return (
    <Screen title="案件">
      <EmptyState scene="street" sentence="没有说是哪一件。" action={{ word: '返回', onPress: back }} />
    </Screen>
  )
}

function OpenCase({ reportId }: { reportId: string }) {
  const now = useWorkClock()
  const { reading, steps, choose, sheet } = useCaseDesk(reportId, () => undefined)
  const { report, error, state } = reading
  // After a unit has returned a case it is no longer theirs to see.
  const isGone = error instanceof Refused && error.code === 'not-found'
  const title = report ? `案件 ${report.number}` : '案件'
  if (state === 'waiting') {
    return (
      <Screen title={title}>
        <Skeleton shape="card" count={2} />
      </Screen>
    )
  }
  if (!report || isGone) {
    return (
      <Screen title={title}>
        <ErrorState
          sentence={isGone ? '这一件不在你手上了，或者没有这一件。' : wordsForReading(error)}
          action={isGone ? { word: '返回', onPress: back } : wayOn(error, reading.again)}
        />
      </Screen>
    )
  }
  return (
    <Screen title={title} footer={<CaseSteps steps={steps} onStep={choose} />}>
      <CaseBody report={report} now={now} onOpenCase={id => go(staffPaths.case, { reportId: id })} />
      {sheet}
    </Screen>
  )
}
