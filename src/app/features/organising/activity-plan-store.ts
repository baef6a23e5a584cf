import { newPlan, type ActivityPlan } from '#app/features/organising/activity-plan-rules'
import { dateOf, daysLater } from '#app/features/organising/city-time-rules'
import { observed, useObserved } from '#app/platform/observed'
import { storage } from '#app/platform/storage'

const KEY = 'activity-plan'

const kept = observed<ActivityPlan | undefined>(undefined)

const empty = () => newPlan(daysLater(dateOf(new Date()), 1))

function read(): ActivityPlan {
  const known = kept.get()
  if (known) return known
  const plan = { ...empty(), ...storage.read<ActivityPlan>(KEY) }
  kept.set(plan)
  return plan
}

/** The one new activity being planned on this phone; every change is kept at once. */
export const activityPlan = {
  change: (more: Partial<ActivityPlan>) => {
    const next = { ...read(), ...more }
    storage.write(KEY, next)
    kept.set(next)
  },
  clear: () => {
    storage.remove(KEY)
    kept.set(empty())
  }
}

export function useActivityPlan(): ActivityPlan {
  useObserved(kept)
  return read()
}
