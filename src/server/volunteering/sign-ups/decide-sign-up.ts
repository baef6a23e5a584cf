import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { lockShift } from '#server/volunteering/activities/activity-store'
import { managesHere, reviewsHere } from '#server/volunteering/activities/planning'
import { offerFreedSeats } from '#server/volunteering/sign-ups/seat-store'
import { findSignUp, lockVolunteers, moveSignUp } from '#server/volunteering/sign-ups/sign-up-store'

const moves = {
  accept: { from: ['pending'], to: 'confirmed' },
  reject: { from: ['pending'], to: 'rejected' },
  excuse: { from: ['no_show', 'cancelled_late'], to: 'excused' }
} as const

export const decideSignUp = command(contract.decideSignUp, async ({ input, caller, writing, city, now }) => {
  const { shiftId, personId, decision, note } = input
  await lockVolunteers(writing, [personId])
  const held = (await lockShift(writing, shiftId)) ?? refuse('shift-not-found')
  const asked = { caller, city }
  if (!managesHere(asked, held.activity) && !reviewsHere(asked, held.activity)) refuse('shift-not-found')
  if (personId === caller.personId) refuse('same-person')
  if (!(await findSignUp(writing, shiftId, personId))) refuse('not-joined')
  const { from, to } = moves[decision]
  const move = { shiftId, personId, from, to, at: now, actorId: caller.personId, ...(note && { note }) }
  if (!(await moveSignUp(writing, move))) refuse('move-not-allowed')
  await offerFreedSeats(writing, shiftId, now)
  return { state: to }
})
