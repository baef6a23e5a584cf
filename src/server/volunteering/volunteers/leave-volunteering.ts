import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { leaveAllShifts } from '#server/volunteering/sign-ups/seat-store'
import { forgetVolunteer } from '#server/volunteering/volunteers/volunteer-store'

export const leaveVolunteering = command(contract.leaveVolunteering, async ({ caller, writing, now }) => {
  const releasedShiftCount = await leaveAllShifts(writing, caller.personId, now)
  await forgetVolunteer(writing, caller.personId, now)
  return { releasedShiftCount }
})
