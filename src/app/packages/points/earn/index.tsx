import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { EarnView } from '#app/features/rewards/earn-view.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

export default function EarnPage() {
  const { value, state, error, again } = useAsked(() => call.points.listRules({}), [])
  return (
    <Screen title="怎么得积分">
      {!value && state === 'waiting' && <Skeleton shape="rows" count={5} />}
      {!value && state === 'failed' && <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />}
      {value && <EarnView rules={value.rules} />}
    </Screen>
  )
}
