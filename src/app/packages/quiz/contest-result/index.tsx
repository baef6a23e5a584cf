import { View } from '@tarojs/components'
import type { Attempt, LockedItem } from '#contract/quiz-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ContestResultView } from '#app/features/contests/contest-result-view.tsx'
import { cancelWords, needsEnding, standingOf } from '#app/features/contests/contest-rules'
import { CONTEST_PATH, CONTEST_RANKING_PATH, CONTESTS_PATH } from '#app/features/contests/paths'
import { SignedOut } from '#app/features/quizzes/signed-out.tsx'
import { ToldCard } from '#app/features/quizzes/told-card.tsx'
import { call } from '#app/platform/call-operation'
import { go, replace, switchTab, useParams } from '#app/platform/navigation'
import { serverNow } from '#app/platform/server-clock'
import { usePerson } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

/** The contest with my score, and my attempt: its items are told in it once the contest is over. */
async function resultOf(contestId: string) {
  let contest = await call.quizzes.getContest({ contestId })
  const { mine } = contest
  if (!mine || contest.state === 'cancelled') return { contest, attempt: undefined }
  if (needsEnding(contest, serverNow())) {
    await call.quizzes.finishAttempt({ attemptId: mine.attemptId })
    contest = await call.quizzes.getContest({ contestId })
  }
  return { contest, attempt: await call.quizzes.getAttempt({ attemptId: mine.attemptId }) }
}

function Told({ title, items }: { title: string; items: readonly LockedItem[] }) {
  if (items.length === 0) return null
  return (
    <Section title={`${title} ${items.length} 题`}>
      <View role="list">
        {items.map(told => (
          <ToldCard key={told.item.itemId} {...told} />
        ))}
      </View>
    </Section>
  )
}

/** Every item with what was right and why, those to look at again first. */
function Items({ answered }: Pick<Attempt, 'answered'>) {
  return (
    <View>
      <Told title="没答对的" items={answered.filter(({ answer, locked }) => answer && !locked.correct)} />
      <Told title="没来得及答的" items={answered.filter(({ answer, locked }) => !answer && !locked.correct)} />
      <Told title="答对的" items={answered.filter(({ locked }) => locked.correct)} />
    </View>
  )
}

function Result({ contestId }: { contestId: string }) {
  const now = useNow()
  const { value, state, error, again } = useAsked(() => resultOf(contestId), [contestId])
  const isOver = value !== undefined && standingOf(value.contest, serverNow()) === 'over'
  return (
    <Screen title="竞赛成绩" {...(isOver && { footer: <Button word="看排名" onPress={() => go(CONTEST_RANKING_PATH, { contestId })} /> })}>
      {!value && state === 'waiting' && <Skeleton shape="lines" count={3} />}
      {!value && state === 'failed' && <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />}
      {value?.contest.state === 'cancelled' && (
        <EmptyState
          scene="bench"
          sentence="这场竞赛取消了，成绩不算"
          line={cancelWords(value.contest)}
          action={{ word: '看看别的竞赛', onPress: () => replace(CONTESTS_PATH) }}
        />
      )}
      {value?.contest.state === 'published' && !value.attempt && (
        <ErrorState
          sentence="这场竞赛你没有参加，所以没有成绩。"
          action={{ word: '看看这场竞赛', onPress: () => replace(CONTEST_PATH, { contestId }) }}
        />
      )}
      {value?.attempt && (
        <View>
          <ContestResultView contest={value.contest} isOver={isOver} now={now} />
          <Items answered={value.attempt.answered} />
        </View>
      )}
      {value && (
        <View className="contest-result__back">
          <Button word="回到答题" look="quiet" onPress={() => switchTab('/pages/quiz/index')} />
        </View>
      )}
    </Screen>
  )
}

export default function ContestResultPage() {
  const { contestId = '' } = useParams()
  const person = usePerson()
  if (person) return <Result key={`${person.personId} ${contestId}`} contestId={contestId} />
  return (
    <Screen title="竞赛成绩">
      <SignedOut sentence="登录后，看你的成绩" />
    </Screen>
  )
}
