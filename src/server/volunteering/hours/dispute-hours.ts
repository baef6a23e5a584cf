import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { lockShift } from '#server/volunteering/activities/activity-store'
import { typeableSignUps } from '#server/volunteering/hours/hour-rules'
import { liveEntriesOf, setStandings } from '#server/volunteering/hours/hour-standing-store'
import { lockAttendance, saveAttendance } from '#server/volunteering/presence/presence-store'
import { findSignUp, lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'

/** The volunteer says that what stands, or is missing, is wrong, once and before it is final. Until staff looked again it waits. */
export const disputeHours = command(contract.disputeHours, async ({ input, caller, writing, now }) => {
  const { shiftId, note } = input
  const { personId } = caller
  await lockVolunteers(writing, [personId])
  const held = (await lockShift(writing, shiftId)) ?? refuse('shift-not-found')
  const signUp = (await findSignUp(writing, shiftId, personId)) ?? refuse('not-joined')
  if (!typeableSignUps.includes(signUp.state)) refuse('not-joined')
  const attendance = await lockAttendance(writing, shiftId, personId)
  const entries = await liveEntriesOf(writing, shiftId, personId)
  if (attendance?.disputeNote || entries.some(entry => entry.standing.state === 'final')) refuse('already-done')
  if (entries.length === 0 && now < held.shift.endsAt) refuse('shift-not-over')
  await saveAttendance(writing, { shiftId, personId, state: 'disputed', stateSince: now, disputeNote: note })
  await setStandings(
    writing,
    entries.map(entry => entry.entryId),
    { state: 'frozen' }
  )
  return { state: 'disputed' as const }
})
