import { volunteering as contract } from '#contract/volunteering'
import { businessDateOf, startOfBusinessDate } from '#server/business-date'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { listShifts } from '#server/volunteering/activities/activity-store'
import { addActivity, spanOf, toColumns } from '#server/volunteering/activities/new-activity'
import { addPlans, foundActivity, managesHere, plannedReply } from '#server/volunteering/activities/planning'

/** Every shift moves by as many days as the first one does. */
export const copyActivity = command(contract.copyActivity, async ({ input, caller, writing, city, now }) => {
  const row = await foundActivity(writing, input.activityId)
  if (!managesHere({ caller, city }, row)) refuse('not-found')
  const all = await listShifts(writing, [row.activityId])
  const kept = all.some(shift => !shift.isCancelled) ? all.filter(shift => !shift.isCancelled) : all
  const first = kept[0] ?? refuse('not-found')
  const moved = startOfBusinessDate(input.firstOn).getTime() - startOfBusinessDate(businessDateOf(first.startsAt)).getTime()
  const later = (at: Date) => new Date(at.getTime() + moved).toISOString()
  const plans = kept.map(({ startsAt, endsAt, capacity, position, minAge, maxAge, neededSkills }) => ({
    ...{ startsAt: later(startsAt), endsAt: later(endsAt), capacity, neededSkills },
    ...(position !== null && { position }),
    ...(minAge !== null && { minAge }),
    ...(maxAge !== null && { maxAge })
  }))
  const { longitude, latitude, radiusMetres, description, insuranceNumber, bring, meetingPlace } = row
  const said = {
    description: description ?? '',
    insuranceNumber: insuranceNumber ?? '',
    bring: bring ?? '',
    meetingPlace: meetingPlace ?? ''
  }
  const activityId = await addActivity(writing, {
    columns: toColumns({ ...row, ...said, site: { longitude, latitude, radiusMetres } }),
    ...{ place: row, organisationId: row.organisationId, authorId: caller.personId, state: 'draft', span: spanOf(plans), now }
  })
  await addPlans(writing, activityId, plans, now)
  return plannedReply(writing, activityId, 'draft')
})
