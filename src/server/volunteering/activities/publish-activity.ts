import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { gatesOf } from '#server/volunteering/activities/activity-rules'
import { findActivity, listShifts, moveActivity } from '#server/volunteering/activities/activity-store'
import { findOrganisation } from '#server/volunteering/activities/organisation-store'
import { holdReviewed } from '#server/volunteering/activities/planning'

export const publishActivity = command(contract.publishActivity, async ({ input, caller, writing, city, now }) => {
  // Said first: authors see their own activity, whether or not they review others.
  if ((await findActivity(writing, input.activityId))?.authorId === caller.personId) refuse('same-person')
  const row = await holdReviewed(writing, input.activityId, { caller, city })
  const { activityId } = row
  if (row.state !== 'in_review') refuse('move-not-allowed')
  const isOrganisationVerified = (await findOrganisation(writing, row.organisationId))?.isVerified ?? false
  const gates = gatesOf({ ...row, isOrganisationVerified, shifts: await listShifts(writing, [activityId]) }, now)
  if (gates.length > 0) refuse('gates-not-met', { gates })
  const move = { activityId, from: 'in_review' as const, to: 'published' as const, at: now, actorId: caller.personId }
  await moveActivity(writing, move, { publisherId: caller.personId, publishedAt: now, returnNote: null })
  return { activityId, state: 'published' as const }
})
