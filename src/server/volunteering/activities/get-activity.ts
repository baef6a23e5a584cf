import { volunteering as contract } from '#contract/volunteering'
import { publicActivityStates, type ActivityState } from '#contract/volunteering-states'
import { openQuery } from '#server/operation'
import { refuse } from '#server/refusal'
import { gatesOf } from '#server/volunteering/activities/activity-rules'
import { findActivity, listShifts } from '#server/volunteering/activities/activity-store'
import { toActivityCard, toShift } from '#server/volunteering/activities/activity-view'
import { findOrganisation } from '#server/volunteering/activities/organisation-store'
import { managesHere, reviewsHere } from '#server/volunteering/activities/planning'
import { listMineOf } from '#server/volunteering/sign-ups/my-sign-ups-store'

const isPublic = (state: ActivityState) => (publicActivityStates as readonly ActivityState[]).includes(state)
const isWaiting = (state: ActivityState) => state === 'draft' || state === 'in_review'

export const getActivity = openQuery(contract.getActivity, async ({ input, caller, reading, city, now }) => {
  const row = (await findActivity(reading, input.activityId)) ?? refuse('not-found')
  const canManage = caller !== undefined && managesHere({ caller, city }, row)
  const canReview = caller !== undefined && reviewsHere({ caller, city }, row)
  const mine = await listMineOf(reading, caller?.personId, [row.activityId])
  if (!isPublic(row.state) && !canManage && !canReview && mine.length === 0) refuse('not-found')
  const shifts = await listShifts(reading, [row.activityId])
  const organisation = await findOrganisation(reading, row.organisationId)
  const facts = { ...row, shifts, isOrganisationVerified: organisation?.isVerified ?? false }
  const isStaff = canManage || canReview
  return {
    ...toActivityCard(row, { city, organisationName: organisation?.name ?? '', shifts, mine, now }),
    riskLevel: row.riskLevel,
    riskNote: row.riskNote,
    needsApproval: row.needsApproval,
    shifts: shifts.map(shift =>
      toShift(
        shift,
        mine.find(one => one.shiftId === shift.shiftId)
      )
    ),
    canManage,
    canPublish: canReview && row.state === 'in_review' && row.authorId !== caller.personId,
    gates: isStaff && isWaiting(row.state) ? gatesOf(facts, now) : [],
    ...(row.description && { description: row.description }),
    ...(row.insuranceNumber && { insuranceNumber: row.insuranceNumber }),
    ...(row.bring && { bring: row.bring }),
    ...(row.cancelReason && { cancelReason: row.cancelReason }),
    ...(isStaff && row.returnNote && { returnNote: row.returnNote })
  }
})
