import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { isChangeable } from '#server/volunteering/activities/activity-rules'
import { lockShifts, moveActivity, updateShift } from '#server/volunteering/activities/activity-store'
import { foundActivity, managesHere } from '#server/volunteering/activities/planning'
import { cancellableStates, moveMany } from '#server/volunteering/sign-ups/seat-store'

/** Shifts that are over stay: what was served there stays served. */
export const cancelActivity = command(contract.cancelActivity, async ({ input, caller, writing, city, now }) => {
  const row = await foundActivity(writing, input.activityId)
  if (!managesHere({ caller, city }, row)) refuse('not-found')
  if (!isChangeable(row.state)) refuse('move-not-allowed')
  for (const shift of await lockShifts(writing, row.activityId)) {
    if (shift.isCancelled || shift.endsAt <= now) continue
    const move = { shiftId: shift.shiftId, from: cancellableStates, to: 'cancelled_by_organiser' as const, at: now }
    await moveMany(writing, { ...move, actorId: caller.personId, note: input.reason })
    await updateShift(writing, shift.shiftId, { isCancelled: true })
  }
  const move = { activityId: row.activityId, from: row.state, to: 'cancelled' as const, at: now, actorId: caller.personId }
  if (!(await moveActivity(writing, { ...move, note: input.reason }, { cancelReason: input.reason }))) refuse('move-not-allowed')
  return { activityId: row.activityId, state: 'cancelled' as const }
})
