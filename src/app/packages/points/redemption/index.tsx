import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { RedemptionView } from '#app/features/rewards/redemption-view.tsx'
import { useRedemption } from '#app/features/rewards/use-redemption'
import { useParams } from '#app/platform/navigation'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

export default function RedemptionPage() {
  const { redemptionId = '' } = useParams()
  const now = useNow()
  const { value, state, error, again, code } = useRedemption(redemptionId)
  return (
    <Screen title="我的兑换">
      {!value && state === 'waiting' && <Skeleton shape="card" />}
      {!value && state === 'failed' && <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />}
      {value && <RedemptionView redemption={value} code={code} isOffline={state === 'failed'} now={now} onChange={again} />}
    </Screen>
  )
}
