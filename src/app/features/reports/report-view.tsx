import { View } from '@tarojs/components'
import type { ReportDetail } from '#contract/report-shapes'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { ReportAnswer } from '#app/features/reports/report-answer.tsx'
import { ReportFacts } from '#app/features/reports/report-facts.tsx'
import { ReportFeedback } from '#app/features/reports/report-feedback.tsx'
import { ReportHead } from '#app/features/reports/report-head.tsx'
import { ReportPhotos } from '#app/features/reports/report-photos.tsx'
import { ReportPlace } from '#app/features/reports/report-place.tsx'
import { ReportTimeline } from '#app/features/reports/report-timeline.tsx'
import type { ReportActs } from '#app/features/reports/use-report'
import { WithdrawButton } from '#app/features/reports/withdraw-button.tsx'
import './report-view.scss'

interface Props {
  report: ReportDetail
  acts: ReportActs
  notice: string | undefined
  now: Date
}

/** One report as its reporter or a follower reads it; what waits for them stands right under its state. */
export function ReportView({ report, acts, notice, now }: Props) {
  return (
    <View className="report-view">
      {notice && (
        <View className="report-view__notice" role="status">
          <Notice tone="info" icon="info">
            {notice}
          </Notice>
        </View>
      )}
      <ReportHead report={report} now={now} />
      <ReportAnswer report={report} acts={acts} />
      <ReportFeedback key={`${report.state} ${report.version}`} report={report} acts={acts} />
      <ReportFacts report={report} now={now} />
      <ReportPhotos report={report} />
      <ReportPlace report={report} />
      <Section title="经过">
        <ReportTimeline report={report} now={now} />
      </Section>
      <WithdrawButton report={report} acts={acts} />
    </View>
  )
}
