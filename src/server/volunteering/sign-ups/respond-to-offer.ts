import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { lockShift } from '#server/volunteering/activities/activity-store'
import { titlesOf } from '#server/volunteering/sign-ups/join-store'
import { offerFreedSeats } from '#server/volunteering/sign-ups/seat-store'
import { findOverlap, findSignUp, lockVolunteers, moveSignUp } from '#server/volunteering/sign-ups/sign-up-store'

export const respondToOffer = command(contract.respondToOffer, async ({ input, caller, writing, now }) => {
  const { shiftId, accept } = input
  const { personId } = caller
  await lockVolunteers(writing, [personId])
  const held = (await lockShift(writing, shiftId)) ?? refuse('shift-not-found')
  const mine = (await findSignUp(writing, shiftId, personId)) ?? refuse('not-joined')
  if (mine.state !== 'offered' || !mine.offerUntil || mine.offerUntil <= now) return refuse('offer-over')
  const move = { shiftId, personId, from: 'offered' as const, at: now, actorId: personId }
  if (!accept) {
    await moveSignUp(writing, { ...move, to: 'declined' })
    await offerFreedSeats(writing, shiftId, now)
    return { state: 'declined' as const }
  }
  const other = await findOverlap(writing, personId, held)
  if (other) {
    const title = (await titlesOf(writing, [other.shiftId])).get(other.shiftId)
    refuse('overlapping-shift', {
      shiftId: other.shiftId,
      title,
      startsAt: other.startsAt.toISOString(),
      endsAt: other.endsAt.toISOString()
    })
  }
  const to = held.activity.needsApproval ? ('pending' as const) : ('confirmed' as const)
  await moveSignUp(writing, { ...move, to })
  return { state: to }
})
