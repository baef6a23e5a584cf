import { Screen } from '#app/components/screen.tsx'
import { MyRedemptions } from '#app/features/rewards/my-redemptions.tsx'
import { SignedOut } from '#app/features/rewards/signed-out.tsx'
import { usePerson } from '#app/platform/session'
import { useNow } from '#app/platform/use-now'

export default function RedemptionsPage() {
  const person = usePerson()
  const now = useNow()
  return (
    <Screen title="我的兑换">
      {person ? <MyRedemptions key={person.personId} now={now} /> : <SignedOut sentence="登录后，看你兑换过什么" />}
    </Screen>
  )
}
