import { View } from '@tarojs/components'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { CaseBody } from '#app/features/reports/case-body.tsx'
import { CaseSteps } from '#app/features/reports/case-steps.tsx'
import { useCaseDesk } from '#app/features/reports/use-case-desk.tsx'
import { Refused } from '#app/platform/refused'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './case-pane.scss'

interface Props {
  reportId?: string
  now: Date
  onDone: (reportId: string, hasMoved: boolean) => void
  onOpenCase: (reportId: string) => void
}

/** The right pane of the workbench: a case whole, its moves always in sight. */
export function CasePane({ reportId, ...props }: Props) {
  if (!reportId) return <EmptyState scene="bench" sentence="从左边选一件看看。" line="↑ ↓ 选，Enter 打开，? 看全部按键" />
  return <OpenCase reportId={reportId} {...props} />
}

function OpenCase({ reportId, now, onDone, onOpenCase }: Props & { reportId: string }) {
  const { reading, steps, choose, sheet } = useCaseDesk(reportId, onDone)
  if (reading.state === 'waiting') return <Skeleton shape="card" count={2} />
  if (!reading.report) {
    const isGone = reading.error instanceof Refused && reading.error.code === 'not-found'
    if (isGone) return <EmptyState scene="bench" sentence="这一件不在你手上了，或者没有这一件。" line="从左边选一件看看。" />
    return <ErrorState sentence={wordsForReading(reading.error)} action={wayOn(reading.error, reading.again)} />
  }
  return (
    <View className="case-pane">
      <View className="case-pane__scroll" key={reportId}>
        <CaseBody report={reading.report} now={now} onOpenCase={onOpenCase} />
      </View>
      <View className="case-pane__steps">
        <CaseSteps steps={steps} onStep={choose} />
      </View>
      {sheet}
    </View>
  )
}
