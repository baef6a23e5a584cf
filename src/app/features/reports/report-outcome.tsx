import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { QueuedItem } from '#app/features/reports/queued-item.tsx'
import type { Outgoing } from '#app/features/reports/use-sending'
import { go, switchTab } from '#app/platform/navigation'
import { usePolite } from '#app/platform/use-polite'
import { followedWords, outcomeWords } from '#app/words/report-outcome'
import './report-outcome.scss'

interface Props {
  outgoing?: Outgoing
  followed?: { reportId: string; followerCount: number }
  now: Date
  onAnother: () => void
}

const iconOf = ({ outgoing, followed }: Pick<Props, 'outgoing' | 'followed'>): IconName => {
  if (followed) return 'thumb'
  if (outgoing?.kind === 'sent') return 'check'
  return outgoing?.standing === 'sending' ? 'send' : 'hourglass'
}

/** What became of it, and the next step. It changes by itself when the network returns. */
export function ReportOutcome({ outgoing, followed, now, onAnother }: Props) {
  const polite = usePolite()
  const isSettled = followed !== undefined || outgoing?.kind === 'sent'
  const reportId = followed?.reportId ?? (outgoing?.kind === 'sent' ? outgoing.report.reportId : undefined)
  const words = followed ? followedWords(followed.followerCount) : outgoing && outcomeWords(outgoing, now)
  if (!words) return null
  return (
    <View className="report-outcome" role="status">
      <View className={`report-outcome__seal${isSettled ? '' : ' report-outcome__seal--waiting'}`}>
        <Icon name={iconOf({ outgoing, followed })} size={40} />
      </View>
      <View className="report-outcome__title" role="heading" aria-level={2}>
        {polite(words.title)}
      </View>
      {words.lines.map(line => (
        <View key={line} className="report-outcome__line">
          {polite(line)}
        </View>
      ))}
      {outgoing?.kind === 'underway' && outgoing.standing !== 'sending' && (
        <View className="report-outcome__card">
          <QueuedItem entry={outgoing.entry} standing={outgoing.standing} now={now} onConsent={onAnother} />
        </View>
      )}
      <View className="report-outcome__acts">
        {reportId ? (
          <Button word="看它的进展" onPress={() => go('/pages/report-detail/index', { reportId })} />
        ) : (
          <Button word="看我的上报" onPress={() => go('/pages/my-reports/index')} />
        )}
        <Button word="再报一件" icon="camera" look="quiet" onPress={onAnother} />
        <Button
          word="回首页"
          look="quiet"
          onPress={() => {
            onAnother()
            switchTab('/pages/home/index')
          }}
        />
      </View>
    </View>
  )
}
