import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { useQueuedReports } from '#app/features/reports/queue-report'
import { QueuedItem } from '#app/features/reports/queued-item.tsx'
import { standingOf } from '#app/features/reports/queued-report-rules'
import { ReportItem } from '#app/features/reports/report-item.tsx'
import { useSentReports } from '#app/features/reports/sending-notes'
import { useMyReports } from '#app/features/reports/use-my-reports'
import { switchTab } from '#app/platform/navigation'
import { useIsOnline } from '#app/platform/network'
import { goSignIn, usePerson } from '#app/platform/session'
import { useNow } from '#app/platform/use-now'
import { wordsForError, wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './my-reports.scss'

function QueuedList({ now, onConsent }: { now: Date; onConsent: () => void }) {
  const queued = useQueuedReports()
  const isOnline = useIsOnline()
  return (
    <View>
      {queued.map(entry => (
        <QueuedItem key={entry.id} entry={entry} now={now} standing={standingOf(entry, { isOnline })} onConsent={onConsent} />
      ))}
    </View>
  )
}

function Nobody({ hasQueued }: { hasQueued: boolean }) {
  if (hasQueued) return null
  return (
    <EmptyState
      scene="letters"
      sentence="登录后，看你报过的每一件"
      line="不登录也能拍，发送时再登录就好。"
      action={{ word: '去登录', onPress: goSignIn }}
    />
  )
}

type Mine = ReturnType<typeof useMyReports>

/** What stands in place of the list, or above it. */
function Standing({ mine, isEmpty }: { mine: Mine; isEmpty: boolean }) {
  if (mine.state === 'waiting') return <Skeleton shape="rows" count={5} />
  if (mine.state === 'failed')
    return (
      <ErrorState
        sentence={wordsForReading(mine.error)}
        {...(mine.reports && { kept: '下面是上次看到的。' })}
        action={wayOn(mine.error, mine.again)}
      />
    )
  if (!isEmpty) return null
  return (
    <EmptyState
      scene="street"
      sentence="还没有上报"
      line="路上看到什么不对劲，拍一张就行。"
      action={{ word: '去拍一张', onPress: () => switchTab('/pages/report/index') }}
    />
  )
}

function More({ mine }: { mine: Mine }) {
  return (
    <View>
      {mine.moreError !== undefined && <View className="my-reports__fault">{wordsForError(mine.moreError)}</View>}
      {mine.hasMore && <Button word="看更早的" look="quiet" isLoading={mine.isAsking} onPress={() => void mine.more()} />}
    </View>
  )
}

/**
 * What is still on the phone first, then everything the server has, newest first. Each part keeps a container of its own:
 * the mini-program sends a container whole when something in it goes, and the list must not be in it.
 */
export function MyReports({ onConsent }: { onConsent: () => void }) {
  const now = useNow()
  const person = usePerson()
  const queued = useQueuedReports()
  const sent = useSentReports()
  const mine = useMyReports(person?.personId, Object.keys(sent).length)
  const isEmpty = mine.reports?.length === 0 && queued.length === 0
  return (
    <View className="my-reports">
      <QueuedList now={now} onConsent={onConsent} />
      <View>{person ? <Standing mine={mine} isEmpty={isEmpty} /> : <Nobody hasQueued={queued.length > 0} />}</View>
      <View>
        {mine.reports?.map(report => (
          <ReportItem key={report.reportId} report={report} now={now} />
        ))}
      </View>
      <More mine={mine} />
    </View>
  )
}
