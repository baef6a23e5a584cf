import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { refuse } from '#server/refusal'
import { findShift } from '#server/volunteering/activities/activity-store'
import { isStaffHere } from '#server/volunteering/activities/volunteering-rights-rules'

/** Roster and hours of a shift as XLSX, for whoever runs or reviews the activity. */
export const exportShift = query(contract.exportShift, async ({ input, caller, reading, city, documents, now }) => {
  const { activity } = (await findShift(reading, input.shiftId)) ?? refuse('shift-not-found')
  if (!isStaffHere(caller.grants, activity, (outer, inner) => city.places.contains(outer, inner))) refuse('shift-not-found')
  return { documentUrl: documents.addressOf(`shift/${input.shiftId}.xlsx`, { viewerId: caller.personId, now }) }
})
