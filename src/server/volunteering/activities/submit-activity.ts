import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { moveActivity } from '#server/volunteering/activities/activity-store'
import { holdManaged } from '#server/volunteering/activities/planning'

export const submitActivity = command(contract.submitActivity, async ({ input, caller, writing, city, now }) => {
  const { activityId } = await holdManaged(writing, input.activityId, { caller, city })
  const move = { activityId, from: 'draft' as const, to: 'in_review' as const, at: now, actorId: caller.personId }
  if (!(await moveActivity(writing, move, { returnNote: null }))) refuse('move-not-allowed')
  return { activityId, state: 'in_review' as const }
})
