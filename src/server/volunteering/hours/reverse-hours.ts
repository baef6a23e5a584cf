import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { findActivity, lockShift } from '#server/volunteering/activities/activity-store'
import { supervises } from '#server/volunteering/activities/volunteering-rights-rules'
import { findEntry } from '#server/volunteering/hours/hour-standing-store'
import { takeBack } from '#server/volunteering/hours/take-back'
import { lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'

/** A supervisor or admin of the place takes an entry back, once, with a reason the volunteer reads. */
export const reverseHours = command(contract.reverseHours, async ({ input, caller, writing, city, now }) => {
  const seen = (await findEntry(writing, input.entryId)) ?? refuse('not-found')
  const activity = (await findActivity(writing, seen.activityId)) ?? refuse('not-found')
  if (!supervises(caller.grants, activity, city.places.contains)) refuse('not-found')
  if (seen.personId === caller.personId) refuse('same-person')
  await lockVolunteers(writing, [seen.personId])
  await lockShift(writing, seen.shiftId)
  const entry = (await findEntry(writing, input.entryId)) ?? refuse('not-found')
  if (entry.standing.state === 'reversed') refuse('already-done')
  const reversing = { cause: 'correction' as const, approverId: caller.personId, reason: input.reason, now }
  const [entryId = ''] = await takeBack(writing, [entry], reversing)
  return { entryId, minutes: -entry.minutes }
})
