import { volunteering as contract } from '#contract/volunteering'
import { businessDateOf } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { command, type Caller } from '#server/operation'
import type { City } from '#server/city'
import { refuse } from '#server/refusal'
import { findShift, lockShift, type ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { isDrawnForAudit } from '#server/volunteering/hours/audit-draw'
import { enterEntries } from '#server/volunteering/hours/enter-entries'
import { detectTypedShare } from '#server/volunteering/hours/hour-detector-rules'
import { decideProposal, findProposal, typedShareOf, type ProposalRow } from '#server/volunteering/hours/hour-proposal-store'
import { levelOf, rolesHere, typeableAttendances } from '#server/volunteering/hours/hour-rules'
import { isUpheld, liveEntriesOf, setStandings } from '#server/volunteering/hours/hour-standing-store'
import { requireLevel } from '#server/volunteering/hours/verify-attendance'
import { lockAttendance, raiseFlag, saveAttendance } from '#server/volunteering/presence/presence-store'
import { lockVolunteers, moveSignUp } from '#server/volunteering/sign-ups/sign-up-store'

/** Somebody else than the author and the volunteer, in another role than the author's. Says up to which minutes of a day. */
function requireSecond(caller: Caller, proposal: ProposalRow, { activity }: ShiftOfActivity, city: City) {
  const level = levelOf(caller.grants, activity, city.places) ?? refuse('not-found')
  if ([proposal.authorId, proposal.personId].includes(caller.personId)) refuse('same-person')
  const isOther = rolesHere(caller.grants, activity, city.places.contains).some(role => role !== proposal.authorRole)
  return isOther ? level : refuse('higher-approval', { role: proposal.authorRole === 'supervisor' ? 'admin' : 'supervisor' })
}

/** An organisation that types in more than a tenth of its minutes is looked at: what it typed in last waits. */
async function noticeShare(writing: Writing, { shift, activity }: ShiftOfActivity, { entryId, personId }: ProposalRow, now: Date) {
  const { organisationId, activityId } = activity
  const facts = detectTypedShare(await typedShareOf(writing, organisationId))
  if (!facts) return
  const about = { organisationId, activityId, shiftId: shift.shiftId, personId, entryId }
  await raiseFlag(writing, { kind: 'typed-share', ...about, facts, freezes: true, at: now })
  await setStandings(writing, [entryId], { state: 'frozen' })
}

async function accept(writing: Writing, proposal: ProposalRow, held: ShiftOfActivity, approverId: string, now: Date): Promise<void> {
  const { entryId, shiftId, personId, minutes, reason, authorId } = proposal
  const attendance = await lockAttendance(writing, shiftId, personId)
  // Somebody verified, rejected or revoked it meanwhile: what was decided stays decided.
  if (!typeableAttendances.includes(attendance?.state ?? 'none')) refuse('already-done')
  if ((await liveEntriesOf(writing, shiftId, personId)).length > 0 || (await isUpheld(writing, shiftId, personId))) refuse('already-done')
  // Decided first: an attendance that is still disputed would freeze what is entered for it.
  await saveAttendance(writing, { shiftId, personId, state: 'provisional', stateSince: now, verifierId: approverId })
  await moveSignUp(writing, { shiftId, personId, from: ['confirmed', 'present', 'no_show'], to: 'attended', at: now, actorId: approverId })
  const days = [{ businessDate: businessDateOf(held.shift.startsAt), minutes, entryId }]
  const auditDrawnAt = isDrawnForAudit(entryId) ? now : undefined
  await enterEntries(writing, { ...held, personId, days, grade: 'D', source: 'typed', reason, authorId, approverId, auditDrawnAt, now })
  await noticeShare(writing, held, proposal, now)
}

/** The second of the two people typed-in hours need. */
export const approveHours = command(contract.approveHours, async ({ input, caller, writing, city, now }) => {
  const { entryId, note, decision = 'approve' } = input
  const proposal = (await findProposal(writing, entryId)) ?? refuse('not-found')
  const { shiftId, personId, minutes } = proposal
  const seen = (await findShift(writing, shiftId)) ?? refuse('not-found')
  const level = requireSecond(caller, proposal, seen, city)
  await lockVolunteers(writing, [personId])
  const held = (await lockShift(writing, shiftId)) ?? refuse('not-found')
  if (!(await decideProposal(writing, entryId, { decision, decidedBy: caller.personId, decidedAt: now, note }))) refuse('already-done')
  if (decision === 'decline') return { entryId, state: 'declined' as const }
  const days = [{ businessDate: businessDateOf(held.shift.startsAt), minutes }]
  await requireLevel(writing, { personId, shiftId, days, level })
  await accept(writing, proposal, held, caller.personId, now)
  const [entered] = await liveEntriesOf(writing, shiftId, personId)
  return { entryId, state: entered?.standing.state ?? ('notice' as const) }
})
