import type { Activity } from '#contract/volunteering-shapes'
import type { ActivityPlan } from '#app/features/organising/activity-plan-rules'

export interface StepProps {
  plan: ActivityPlan
  onChange: (more: Partial<ActivityPlan>) => void
  /** What is missing here, once somebody tried to go on. */
  faults: readonly string[]
  /** The activity on the server that is being changed. */
  saved?: Activity
}
