import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { isChangeable } from '#server/volunteering/activities/activity-rules'
import { refreshSpan, updateShift } from '#server/volunteering/activities/activity-store'
import { holdManagedShift } from '#server/volunteering/activities/planning'
import { cancellableStates, moveMany } from '#server/volunteering/sign-ups/seat-store'

export const cancelShift = command(contract.cancelShift, async ({ input, caller, writing, city, now }) => {
  const { shift, activity } = await holdManagedShift(writing, input.shiftId, { caller, city })
  if (shift.isCancelled || shift.endsAt <= now || !isChangeable(activity.state)) refuse('shift-closed')
  const move = { shiftId: shift.shiftId, from: cancellableStates, to: 'cancelled_by_organiser' as const, at: now }
  const released = await moveMany(writing, { ...move, actorId: caller.personId, note: input.reason })
  await updateShift(writing, shift.shiftId, { isCancelled: true })
  await refreshSpan(writing, activity.activityId)
  return { releasedCount: released.length }
})
