import { View } from '@tarojs/components'
import { useState } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { activityPlan, useActivityPlan } from '#app/features/organising/activity-plan-store'
import { planFrom } from '#app/features/organising/activity-plan-from-rules'
import type { ActivityPlan } from '#app/features/organising/activity-plan-rules'
import { PlanSteps } from '#app/packages/staff/activity-form/plan-steps.tsx'
import { call } from '#app/platform/call-operation'
import { useParams } from '#app/platform/navigation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** A new activity in plain steps, or what one says already. */
export default function ActivityFormPage() {
  const { activity } = useParams()
  return activity ? <SavedActivity activityId={activity} /> : <NewActivity />
}

/** Every change is kept on the phone until it is sent. */
function NewActivity() {
  const plan = useActivityPlan()
  return <PlanSteps title="建活动" plan={plan} onChange={activityPlan.change} onSent={activityPlan.clear} />
}

function SavedActivity({ activityId }: { activityId: string }) {
  const [changed, setChanged] = useState<Partial<ActivityPlan>>({})
  const asked = useAsked(() => call.volunteering.getActivity({ activityId }), [activityId])
  if (asked.value) {
    return (
      <PlanSteps
        title="改活动"
        plan={{ ...planFrom(asked.value), ...changed }}
        saved={asked.value}
        onChange={more => setChanged({ ...changed, ...more })}
        onSent={() => undefined}
      />
    )
  }
  return (
    <Screen title="改活动">
      <View>
        {asked.state === 'waiting' ? (
          <Skeleton shape="card" count={2} />
        ) : (
          <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
        )}
      </View>
    </Screen>
  )
}
