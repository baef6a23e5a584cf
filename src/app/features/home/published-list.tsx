import { View } from '@tarojs/components'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { PublishedResult } from '#app/features/home/published-result.tsx'
import { call } from '#app/platform/call-operation'
import { switchTab } from '#app/platform/navigation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'
import './published-list.scss'

/** Of my community where it has any, otherwise of the whole city. */
async function askForResults(communityId?: string) {
  if (communityId) {
    const near = await call.reports.listPublishedReports({ communityId })
    if (near.reports.length > 0) return { isNear: true, reports: near.reports }
  }
  const all = await call.reports.listPublishedReports({})
  return { isNear: false, reports: all.reports }
}

export function PublishedList({ communityId, now, countMax }: { communityId?: string; now: Date; countMax: number }) {
  const results = useAsked(() => askForResults(communityId), [communityId])
  const shown = results.value
  return (
    <Section title={shown?.isNear ? '你身边刚办好的' : '城里刚办好的'}>
      {results.state === 'waiting' && <Skeleton shape="card" count={2} />}
      {results.state === 'failed' && !shown && (
        <ErrorState sentence={wordsForError(results.error)} action={{ word: '再试一次', onPress: () => void results.again() }} />
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
