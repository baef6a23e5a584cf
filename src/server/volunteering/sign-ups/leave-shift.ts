import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { lockShift } from '#server/volunteering/activities/activity-store'
import { leavingTo } from '#server/volunteering/sign-ups/seat-rules'
import { offerFreedSeats } from '#server/volunteering/sign-ups/seat-store'
import { findSignUp, lockVolunteers, moveSignUp } from '#server/volunteering/sign-ups/sign-up-store'

/** States somebody is in who left before, or never was let in. */
const gone: readonly string[] = ['declined', 'cancelled_early', 'cancelled_late', 'cancelled_by_organiser', 'rejected', 'excused']

export const leaveShift = command(contract.leaveShift, async ({ input, caller, writing, now }) => {
  const { shiftId, reason } = input
  const { personId } = caller
  await lockVolunteers(writing, [personId])
  const { shift } = (await lockShift(writing, shiftId)) ?? refuse('shift-not-found')
  const mine = await findSignUp(writing, shiftId, personId)
  if (!mine || gone.includes(mine.state)) return refuse('not-joined')
  const to = leavingTo(mine.state, shift, now) ?? refuse('shift-closed')
  await moveSignUp(writing, { shiftId, personId, from: mine.state, to, at: now, actorId: personId, ...(reason && { note: reason }) })
  await offerFreedSeats(writing, shiftId, now)
  return { state: to }
})
