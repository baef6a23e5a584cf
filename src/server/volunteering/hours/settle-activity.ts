import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { findActivity, lockActivity, moveActivity } from '#server/volunteering/activities/activity-store'
import { isStaffHere } from '#server/volunteering/activities/volunteering-rights-rules'
import { countUndecidedAttendances } from '#server/volunteering/hours/hour-board-store'
import { countUndecidedOf } from '#server/volunteering/hours/hour-proposal-store'

/** Closes the books: every attendance is decided, and nothing that was typed in waits for its second person. */
export const settleActivity = command(contract.settleActivity, async ({ input, caller, writing, city, now }) => {
  const { activityId } = input
  const seen = (await findActivity(writing, activityId)) ?? refuse('not-found')
  if (!isStaffHere(caller.grants, seen, city.places.contains)) refuse('not-found')
  const activity = (await lockActivity(writing, activityId)) ?? refuse('not-found')
  if (activity.state !== 'ended') refuse('move-not-allowed')
  const count = (await countUndecidedAttendances(writing, activityId)) + (await countUndecidedOf(writing, activityId))
  if (count > 0) refuse('undecided-left', { count })
  await moveActivity(writing, { activityId, from: 'ended', to: 'settled', at: now, actorId: caller.personId })
  return { activityId, state: 'settled' as const, undecidedCount: 0 }
})
