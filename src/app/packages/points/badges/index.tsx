import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { BadgesView } from '#app/features/rewards/badges-view.tsx'
import { SignedOut } from '#app/features/rewards/signed-out.tsx'
import { call } from '#app/platform/call-operation'
import { usePerson } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

function MyBadges() {
  const { value, state, error, again } = useAsked(() => call.points.listMyBadges({}), [])
  if (value) return <BadgesView badges={value.badges} />
  return state === 'waiting' ? (
    <Skeleton shape="card" count={3} />
  ) : (
    <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
  )
}

export default function BadgesPage() {
  const person = usePerson()
  return <Screen title="我的徽章">{person ? <MyBadges key={person.personId} /> : <SignedOut sentence="登录后，看你的徽章" />}</Screen>
}
