import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { ReportCard } from '#contract/report-shapes'
import { Card } from '#app/components/card.tsx'
import { Picture } from '#app/components/picture.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { go } from '#app/platform/navigation'
import { usePolite } from '#app/platform/use-polite'
import { cardLineWords } from '#app/words/report-standing'
import { reportStateWords, residentStateWords } from '#app/words/report-states'
import './report-item.scss'

interface Props {
  report: ReportCard
  now: Date
}

/** A report in a list: few nodes, because a phone carries twenty of them at once. */
export const ReportItem = memo(function ReportItem({ report, now }: Props) {
  const state = reportStateWords[report.state]
  const line = usePolite()(cardLineWords(report, now))
  return (
    <Card className="report-item" onPress={() => go('/pages/report-detail/index', { reportId: report.reportId })}>
      <Picture address={report.thumbnailUrl} label="" className="report-item__photo" />
      <View className="report-item__words">
        <View className="report-item__head">
          <Text className="report-item__name">{report.categoryName}</Text>
          <StateChip tone={report.isOverdue ? 'bad' : state.tone} word={residentStateWords[report.state]} icon={state.icon} />
        </View>
        <View className="report-item__line">{`${report.isFollowed ? '你也遇到 · ' : ''}${report.communityName} · ${report.gridName}`}</View>
        <View className={`report-item__line${report.isOverdue ? ' report-item__line--late' : ''}`}>{line}</View>
      </View>
    </Card>
  )
})
