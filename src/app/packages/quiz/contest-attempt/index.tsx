import { Screen } from '#app/components/screen.tsx'
import { SignedOut } from '#app/features/quizzes/signed-out.tsx'
import { ContestAttempt } from '#app/packages/quiz/contest-attempt/contest-attempt.tsx'
import { useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'

export default function ContestAttemptPage() {
  const { contestId = '', attemptId = '' } = useParams()
  const person = usePerson()
  if (person) return <ContestAttempt key={person.personId} personId={person.personId} contestId={contestId} attemptId={attemptId} />
  return (
    <Screen title="知识竞赛">
      <SignedOut sentence="登录后，接着答这份卷子" />
    </Screen>
  )
}
