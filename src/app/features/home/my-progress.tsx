import { Text, View } from '@tarojs/components'
import { progressOf } from '#contract/report-progress'
import { reportStateFacts, reportSteps } from '#contract/report-states'
import type { ReportCard } from '#contract/report-shapes'
import { Card } from '#app/components/card.tsx'
import { Picture } from '#app/components/picture.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { go } from '#app/platform/navigation'
import { reportStateWords, reportStepWords, residentStateWords } from '#app/words/report-states'
import { agoWords, countdownWords } from '#app/words/time-words'
import './my-progress.scss'

const stepWords = reportSteps.map(step => reportStepWords[step])

function ProgressCard({ report, now }: { report: ReportCard; now: Date }) {
  const words = reportStateWords[report.state]
  const progress = progressOf(report)
  const time = report.dueAt && reportStateFacts[report.state].isOpen ? countdownWords(report.dueAt, now) : agoWords(report.submittedAt, now)
  return (
    <Card
      className="my-progress__card"
      onPress={() => go('/pages/report-detail/index', { reportId: report.reportId })}
      label={`${report.categoryName}，${residentStateWords[report.state]}，${time}`}
    >
      <View className="my-progress__inside">
        <Picture address={report.thumbnailUrl} label="" className="my-progress__photo" />
        <View className="my-progress__words">
          <View className="my-progress__head">
            <Text className="my-progress__name">{report.categoryName}</Text>
            <StateChip tone={report.isOverdue ? 'bad' : words.tone} word={residentStateWords[report.state]} icon={words.icon} />
          </View>
          <View className="my-progress__line">
            {report.gridName} · {time}
          </View>
          {progress && <ProgressSteps words={stepWords} {...progress} isCompact />}
        </View>
      </View>
    </Card>
  )
}

/** Where my own reports stand, newest first. */
export function MyProgress({ reports, now }: { reports: readonly ReportCard[]; now: Date }) {
  return (
    <View className="my-progress">
      {reports.map(report => (
        <ProgressCard key={report.reportId} report={report} now={now} />
      ))}
    </View>
  )
}
