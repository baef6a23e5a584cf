import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { addActivity, spanOf, toColumns } from '#server/volunteering/activities/new-activity'
import { addPlans, managesHere, organisationFor, placeOfCommunity, plannedReply } from '#server/volunteering/activities/planning'

export const createActivity = command(contract.createActivity, async ({ input, caller, writing, city, now }) => {
  const place = placeOfCommunity(input.communityId, city)
  if (!managesHere({ caller, city }, place)) refuse('not-found')
  const state = input.isDraft ? 'draft' : 'in_review'
  const activityId = await addActivity(writing, {
    columns: toColumns(input),
    ...{ place, state, now },
    organisationId: await organisationFor(writing, place, input.organisationId, city),
    authorId: caller.personId,
    span: spanOf(input.shifts)
  })
  await addPlans(writing, activityId, input.shifts, now)
  return plannedReply(writing, activityId, state)
})
