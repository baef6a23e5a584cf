import { View } from '@tarojs/components'
import type { ReportDetail } from '#contract/report-shapes'
import { Card } from '#app/components/card.tsx'
import { Icon } from '#app/components/icon.tsx'
import { lastMoveTo, mayMove } from '#app/features/reports/report-progress-rules'
import { StatementForm } from '#app/features/reports/statement-form.tsx'
import type { ReportActs } from '#app/features/reports/use-report'
import { usePolite } from '#app/platform/use-polite'
import { detailWords } from '#app/words/report-detail'
import { plainReasonWords } from '#app/words/report-reasons'
import './report-answer.scss'

/** A question longer than this is read as text; set as a heading it would shout. */
const HEADING_LENGTH_MAX = 60

/** What the reviewer wants to know, and the answer right under it. */
export function ReportAnswer({ report, acts }: { report: ReportDetail; acts: ReportActs }) {
  const polite = usePolite()
  if (!mayMove(report, 'submitted')) return null
  const reason = plainReasonWords(lastMoveTo(report.history, 'need_info')?.reasonCode)
  const question = report.question ?? reason ?? polite('社区想请你再说清楚一点')
  return (
    <Card className="report-answer">
      <View className={`report-answer__question${question.length > HEADING_LENGTH_MAX ? ' report-answer__question--long' : ''}`}>
        <Icon name="question" size={22} />
        <View role="heading" aria-level={2}>
          {question}
        </View>
      </View>
      <StatementForm
        acts={acts}
        to="submitted"
        label={polite('你的回答')}
        placeholder="写一句，或者拍一张"
        sendWord="回答"
        doneWords={detailWords.answered}
      />
    </Card>
  )
}
