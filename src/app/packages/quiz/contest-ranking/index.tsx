import { View } from '@tarojs/components'
import { Screen } from '#app/components/screen.tsx'
import { RankingChoice } from '#app/features/contests/ranking-choice.tsx'
import { RankingList } from '#app/features/contests/ranking-list.tsx'
import { useRanking } from '#app/features/contests/use-ranking'
import { SignedOut } from '#app/features/quizzes/signed-out.tsx'
import { call } from '#app/platform/call-operation'
import { useParams, useReachEnd } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'

function RankingOf({ contestId }: { contestId: string }) {
  const ranking = useRanking(contestId)
  const contest = useAsked(() => call.quizzes.getContest({ contestId }), [contestId])
  const mine = contest.value?.mine
  useReachEnd(() => void ranking.list.more())
  const choose = async (isShown: boolean) => {
    try {
      await call.quizzes.chooseRanking({ contestId, isShown })
      await Promise.all([contest.again(), ranking.list.again()])
    } catch (error) {
      toast(wordsForError(error))
    }
  }
  return (
    <View>
      <RankingList {...ranking} />
      {mine && ranking.list.state === 'there' && <RankingChoice isShown={mine.isShown} onChange={isShown => void choose(isShown)} />}
    </View>
  )
}

/** The ranking of a contest that is over. */
export default function ContestRankingPage() {
  const { contestId = '' } = useParams()
  const person = usePerson()
  return (
    <Screen title="竞赛排名">
      {person ? <RankingOf key={`${person.personId} ${contestId}`} contestId={contestId} /> : <SignedOut sentence="登录后，看看排名" />}
    </Screen>
  )
}
