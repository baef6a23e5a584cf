import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { moveActivity } from '#server/volunteering/activities/activity-store'
import { holdReviewed } from '#server/volunteering/activities/planning'

export const returnActivity = command(contract.returnActivity, async ({ input, caller, writing, city, now }) => {
  const { activityId } = await holdReviewed(writing, input.activityId, { caller, city })
  const move = { activityId, from: 'in_review' as const, to: 'draft' as const, at: now, actorId: caller.personId, note: input.note }
  if (!(await moveActivity(writing, move, { returnNote: input.note }))) refuse('move-not-allowed')
  return { activityId, state: 'draft' as const }
})
