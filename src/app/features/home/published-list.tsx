import { View } from '@tarojs/components'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { PublishedResult } from '#app/features/home/published-result.tsx'
import { usePublishedResults } from '#app/features/home/use-published-results'
import { switchTab } from '#app/platform/navigation'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './published-list.scss'

export function PublishedList({ communityId, now, countMax }: { communityId?: string; now: Date; countMax: number }) {
  const results = usePublishedResults(communityId)
  const shown = results.value
  return (
    <Section title={shown?.isNear ? '你身边刚办好的' : '最近刚办好的'}>
      {results.state === 'waiting' && !shown && <Skeleton shape="card" count={2} />}
      {results.state === 'failed' && !shown && (
        <ErrorState sentence={wordsForReading(results.error)} action={wayOn(results.error, results.again)} />
      )}
      {results.state === 'failed' && shown && (
        <View className="published-list__kept" role="status">
          <Notice tone="wait" icon="history">
            下面是上次看到的，连上网就换成新的。
          </Notice>
        </View>
      )}
      {shown?.reports.length === 0 && (
        <EmptyState
          scene="bench"
          sentence="还没有公布的结果"
          line="第一件办好的，会连同前后的照片放在这里。"
          action={{ word: '去拍一张', onPress: () => switchTab('/pages/report/index'), isQuiet: true }}
        />
      )}
      <View className="published-list">
        {shown?.reports.slice(0, countMax).map(report => (
          <PublishedResult key={report.reportId} report={report} now={now} />
        ))}
      </View>
    </Section>
  )
}
