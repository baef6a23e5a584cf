import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { KnowledgeView } from '#app/features/quizzes/knowledge-view.tsx'
import { SignedOut } from '#app/features/quizzes/signed-out.tsx'
import { call } from '#app/platform/call-operation'
import { usePerson } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

function Mine() {
  const { value, state, error, again } = useAsked(() => call.quizzes.getMyKnowledge({}), [])
  if (value) return <KnowledgeView topics={value.topics} dueTomorrowCount={value.dueTomorrowCount} />
  if (state === 'failed') return <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
  return <Skeleton shape="lines" count={5} />
}

export default function KnowledgePage() {
  const person = usePerson()
  return <Screen title="我学会了多少">{person ? <Mine key={person.personId} /> : <SignedOut sentence="登录后，看你学会了多少" />}</Screen>
}
