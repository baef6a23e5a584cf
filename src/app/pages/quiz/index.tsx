import { View } from '@tarojs/components'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ContestEntry } from '#app/features/contests/contest-entry.tsx'
import { DailyCard } from '#app/features/quizzes/daily-card.tsx'
import { MyWays } from '#app/features/quizzes/my-ways.tsx'
import { TopicList } from '#app/features/quizzes/topic-list.tsx'
import { startPractising, useQuizHome } from '#app/features/quizzes/use-quiz-home'
import { usePullToRefresh } from '#app/platform/navigation'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

type Home = ReturnType<typeof useQuizHome>

function Topics({ topics, mine }: Pick<Home, 'topics' | 'mine'>) {
  const { value, state, error, again } = topics
  if (!value && state === 'waiting') return <Skeleton shape="rows" count={4} />
  if (!value) return <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
  if (value.topics.length === 0) return <EmptyState scene="lantern" sentence="题目正在准备" line="过两天再来看看。" />
  return (
    <TopicList
      topics={value.topics}
      {...(mine.value && { known: mine.value.topics })}
      onStart={topic => void startPractising({ mode: 'topic', topic })}
    />
  )
}

export default function QuizPage() {
  const { person, topics, mine, hasFailed } = useQuizHome()
  usePullToRefresh(() => Promise.all([topics.again(), mine.again()]))
  const known = person && mine.value
  return (
    <Screen title="答题" tab="/pages/quiz/index">
      {person && mine.state === 'waiting' && !known ? (
        <Skeleton shape="card" />
      ) : (
        <DailyCard {...(known && { mine: known })} onStart={() => void startPractising({ mode: 'daily' })} />
      )}
      {hasFailed && !known && topics.value && (
        <ErrorState sentence={wordsForReading(mine.error)} kept="你学过的都还在。" action={wayOn(mine.error, mine.again)} />
      )}
      <View className="quiz-page__ways">
        <ContestEntry key={person?.personId} personId={person?.personId} />
      </View>
      <View className="quiz-page__ways">
        <MyWays {...(known && { mine: known })} onStart={beginning => void startPractising(beginning)} />
      </View>
      <Section title="专题">
        <Topics topics={topics} mine={mine} />
      </Section>
    </Screen>
  )
}
