import { Text, View } from '@tarojs/components'
import { progressOf } from '#contract/report-progress'
import { reportSteps } from '#contract/report-states'
import type { ReportDetail } from '#contract/report-shapes'
import { Card } from '#app/components/card.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { lastMoveTo } from '#app/features/reports/report-progress-rules'
import { usePolite } from '#app/platform/use-polite'
import { placeOfReportWords } from '#app/words/report-form'
import { standingWords } from '#app/words/report-standing'
import { reportStateWords, reportStepWords, residentStateWords } from '#app/words/report-states'
import { momentWords } from '#app/words/time-words'
import './report-head.scss'

const stepWords = reportSteps.map(step => reportStepWords[step])

/** What it is, how far it has come, and what happens next. */
export function ReportHead({ report, now }: { report: ReportDetail; now: Date }) {
  const polite = usePolite()
  const state = reportStateWords[report.state]
  const progress = progressOf(report)
  const look = report.isOverdue ? ' report-head__standing--late' : progress?.isStopped ? ' report-head__standing--stopped' : ''
  const { sentence, line } = standingWords({ report, last: lastMoveTo(report.history, report.state), now })
  return (
    <Card>
      <View className="report-head__title">
        <View className="report-head__name" role="heading" aria-level={2}>
          {report.categoryName}
        </View>
        <StateChip tone={report.isOverdue ? 'bad' : state.tone} word={residentStateWords[report.state]} icon={state.icon} />
      </View>
      <View className="report-head__where">
        <Text>{placeOfReportWords(report)}</Text>
        <Text>
          编号 {report.number} · {momentWords(report.submittedAt, now)}上报
        </Text>
      </View>
      {progress && <ProgressSteps words={stepWords} {...progress} />}
      <View className={`report-head__standing${look}`}>
        <View className="report-head__sentence">{polite(sentence)}</View>
        {line && <View className="report-head__line">{polite(line)}</View>}
        {report.reworkCount > 0 && report.state === 'handling' && (
          <View className="report-head__line">看过了，还没办好，正在重新办（第 {report.reworkCount + 1} 次）。</View>
        )}
      </View>
    </Card>
  )
}
