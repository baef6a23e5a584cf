import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { SignedOut } from '#app/features/quizzes/signed-out.tsx'
import { ToldCard } from '#app/features/quizzes/told-card.tsx'
import { useMistakes } from '#app/features/quizzes/use-mistakes'
import { startPractising } from '#app/features/quizzes/use-quiz-home'
import { usePerson } from '#app/platform/session'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

type Asked = ReturnType<typeof useMistakes>

function List({ first, mistakes, hasMore, more, isAsking }: Asked) {
  if (!first.value && first.state === 'waiting') return <Skeleton shape="lines" count={4} />
  if (!first.value) return <ErrorState sentence={wordsForReading(first.error)} action={wayOn(first.error, first.again)} />
  if (mistakes.length === 0)
    return (
      <EmptyState
        scene="garden"
        sentence="错题本是空的"
        line="答错的题会收在这里，答对一次就离开。"
        action={{ word: '去每日一练', onPress: () => void startPractising({ mode: 'daily' }) }}
      />
    )
  return (
    <View>
      <View role="list">
        {mistakes.map(told => (
          <ToldCard key={told.item.itemId} {...told} />
        ))}
      </View>
      {hasMore && <Button word="看更早的" look="quiet" isLoading={isAsking} onPress={() => void more()} />}
    </View>
  )
}

function Mistakes() {
  const asked = useMistakes()
  return (
    <Screen
      title="错题本"
      {...(asked.mistakes.length > 0 && {
        footer: <Button word="练这些错题" onPress={() => void startPractising({ mode: 'mistakes' })} />
      })}
    >
      <List {...asked} />
    </Screen>
  )
}

export default function MistakesPage() {
  const person = usePerson()
  if (person) return <Mistakes key={person.personId} />
  return (
    <Screen title="错题本">
      <SignedOut sentence="登录后，看你的错题本" />
    </Screen>
  )
}
