import { useState } from 'react'
import { Screen } from '#app/components/screen.tsx'
import { AttemptScreen } from '#app/features/quizzes/attempt-screen.tsx'
import { ChallengeStart } from '#app/features/quizzes/challenge-start.tsx'
import { beginningOf } from '#app/features/quizzes/paths'
import { SignedOut } from '#app/features/quizzes/signed-out.tsx'
import { useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'

export default function AttemptPage() {
  const beginning = beginningOf(useParams())
  const person = usePerson()
  const [isReady, setIsReady] = useState(false)
  const isChallenge = 'mode' in beginning && beginning.mode === 'challenge'
  if (person && isChallenge && !isReady) return <ChallengeStart onStart={() => setIsReady(true)} />
  if (person) return <AttemptScreen key={person.personId} personId={person.personId} beginning={beginning} />
  return (
    <Screen title="答题">
      <SignedOut sentence="先登录，再开始答题" />
    </Screen>
  )
}
