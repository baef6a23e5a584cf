import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ContestCard } from '#app/features/contests/contest-card.tsx'
import { SignedOut } from '#app/features/quizzes/signed-out.tsx'
import { call } from '#app/platform/call-operation'
import { switchTab, usePullToRefresh, useReachEnd } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useNow } from '#app/platform/use-now'
import { usePages } from '#app/platform/use-pages'
import { wordsForError, wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

async function read(cursor?: string) {
  const { contests, nextCursor } = await call.quizzes.listContests({ ...(cursor && { cursor }) })
  return { rows: contests, nextCursor }
}

function Contests({ personId }: { personId: string }) {
  const list = usePages(personId, read, ({ contestId }) => contestId)
  const now = useNow()
  useReachEnd(() => void list.more())
  usePullToRefresh(list.again)
  if (list.state === 'waiting') return <Skeleton shape="card" count={2} />
  if (list.state === 'failed' && list.rows.length === 0)
    return <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
  if (list.rows.length === 0)
    return (
      <EmptyState
        scene="lantern"
        sentence="现在还没有竞赛"
        line="有了会在这里。先练几题，到时更有把握。"
        action={{ word: '去每日一练', onPress: () => switchTab('/pages/quiz/index') }}
      />
    )
  return (
    <View>
      {list.rows.map(contest => (
        <ContestCard key={contest.contestId} contest={contest} now={now} />
      ))}
      {list.state === 'failed' && <View role="alert">{wordsForError(list.error)}</View>}
      {list.hasMore && <Button word="看更早的" look="quiet" isLoading={list.isLoadingMore} onPress={() => void list.more()} />}
    </View>
  )
}

/** 知识竞赛: open ones first, then those to come, then those over. */
export default function ContestsPage() {
  const person = usePerson()
  return (
    <Screen title="知识竞赛">
      {person ? <Contests key={person.personId} personId={person.personId} /> : <SignedOut sentence="登录后，看看有哪些竞赛" />}
    </Screen>
  )
}
