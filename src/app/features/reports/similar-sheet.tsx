import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { SimilarReport } from '#contract/report-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { Picture } from '#app/components/picture.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { go } from '#app/platform/navigation'
import { usePolite } from '#app/platform/use-polite'
import { similarLineWords, similarPeopleWords } from '#app/words/report-form'
import { reportStateWords, residentStateWords } from '#app/words/report-states'
import './similar-sheet.scss'

interface Props {
  isOpen: boolean
  onClose: () => void
  reports: readonly SimilarReport[]
  now: Date
  onFollow: (report: SimilarReport) => Promise<void>
  /** It is something else: send mine all the same. */
  onSend: () => void
}

function Similar({ report, now, onFollow }: { report: SimilarReport; now: Date; onFollow: Props['onFollow'] }) {
  const polite = usePolite()
  const [isFollowing, setIsFollowing] = useState(false)
  const state = reportStateWords[report.state]
  const follow = async () => {
    setIsFollowing(true)
    await onFollow(report).finally(() => setIsFollowing(false))
  }
  const isKnown = report.isMine || report.isFollowed
  return (
    <View className="similar-sheet__report">
      <View className="similar-sheet__head">
        <Picture address={report.glanceUrl} label="模糊过的照片" className="similar-sheet__glance" />
        <View className="similar-sheet__words">
          <View className="similar-sheet__title">
            <Text className="similar-sheet__name">{report.categoryName}</Text>
            <StateChip tone={state.tone} word={residentStateWords[report.state]} icon={state.icon} />
          </View>
          <View className="similar-sheet__line">{polite(similarLineWords(report, now))}</View>
          <View className="similar-sheet__line">{similarPeopleWords(report)}</View>
        </View>
      </View>
      {isKnown ? (
        <Button
          word={polite(report.isMine ? '这是你报的，看进展' : '你已在关注，看进展')}
          look="quiet"
          onPress={() => go('/pages/report-detail/index', { reportId: report.reportId })}
        />
      ) : (
        <Button word="就是它，我也遇到" icon="thumb" isLoading={isFollowing} onPress={() => void follow()} />
      )}
    </View>
  )
}

/** Before sending: is it one of these? Following helps more than a second case. */
export function SimilarSheet({ isOpen, onClose, reports, now, onFollow, onSend }: Props) {
  const polite = usePolite()
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="附近有人报过，是同一件吗？">
      <View className="similar-sheet__why">{polite('是同一件就点“我也遇到”：关注的人越多，越早被看到。进展在“我的上报”里。')}</View>
      {reports.map(report => (
        <Similar key={report.reportId} report={report} now={now} onFollow={onFollow} />
      ))}
      <Button word="不是同一件，发送我的" icon="send" look="quiet" onPress={onSend} />
    </BottomSheet>
  )
}
