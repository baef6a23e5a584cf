import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { gatesOf, isChangeable } from '#server/volunteering/activities/activity-rules'
import { updateActivity } from '#server/volunteering/activities/activity-store'
import { toColumns } from '#server/volunteering/activities/new-activity'
import { findOrganisation } from '#server/volunteering/activities/organisation-store'
import { holdManaged, managesHere, organisationFor, placeOfCommunity } from '#server/volunteering/activities/planning'

/** What publishing asked for may not be taken away afterwards; its shifts are looked at where they are changed. */
const kept = ['organisation', 'risk-note', 'insurance', 'site'] as const

export const saveActivity = command(contract.saveActivity, async ({ input, caller, writing, city, now }) => {
  const row = await holdManaged(writing, input.activityId, { caller, city })
  if (!isChangeable(row.state)) refuse('activity-over')
  const isOut = row.state === 'published' || row.state === 'running'
  if (isOut && input.communityId !== row.communityId) refuseInput('communityId', 'a published activity stays where it is')
  const place = placeOfCommunity(input.communityId, city)
  if (!managesHere({ caller, city }, place)) refuse('not-found')
  const organisationId = input.organisationId ?? (input.communityId === row.communityId ? row.organisationId : undefined)
  const change = { ...toColumns(input), ...place, organisationId: await organisationFor(writing, place, organisationId, city) }
  if (isOut) {
    const isOrganisationVerified = (await findOrganisation(writing, change.organisationId))?.isVerified ?? false
    const unmet = gatesOf({ ...row, ...change, isOrganisationVerified, shifts: [] }, now).filter(gate =>
      (kept as readonly string[]).includes(gate)
    )
    if (unmet.length > 0) refuse('gates-not-met', { gates: unmet })
  }
  await updateActivity(writing, row.activityId, change)
  return { activityId: row.activityId, state: row.state }
})
