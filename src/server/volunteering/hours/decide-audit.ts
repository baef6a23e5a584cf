import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { isCityOffice } from '#server/volunteering/activities/volunteering-rights-rules'
import { noteAudit } from '#server/volunteering/hours/hour-board-store'
import { findEntry } from '#server/volunteering/hours/hour-standing-store'
import { takeBack } from '#server/volunteering/hours/take-back'
import { lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'

/** What the city office found when it looked at a typed-in entry of the sample; not by whoever entered, approved or served it. */
export const decideAudit = command(contract.decideAudit, async ({ input, caller, writing, city, now }) => {
  if (!isCityOffice(caller, city)) refuse('not-found')
  const { entryId, outcome, note } = input
  const seen = (await findEntry(writing, entryId)) ?? refuse('not-found')
  if (!seen.standing.auditDrawnAt) refuse('not-found')
  if ([seen.personId, seen.authorId, seen.approverId].includes(caller.personId)) refuse('same-person')
  await lockVolunteers(writing, [seen.personId])
  if (!(await noteAudit(writing, entryId, outcome, note))) refuse('already-done')
  const entry = (await findEntry(writing, entryId)) ?? refuse('not-found')
  if (outcome === 'wrong' && entry.standing.state !== 'reversed')
    await takeBack(writing, [entry], { cause: 'audit', approverId: caller.personId, reason: note, now })
  return { outcome }
})
