import { volunteering as contract } from '#contract/volunteering'
import type { Writing } from '#server/database/database'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { lockShift } from '#server/volunteering/activities/activity-store'
import { isCityOffice } from '#server/volunteering/activities/volunteering-rights-rules'
import { thawEntries } from '#server/volunteering/hours/enter-entries'
import { decideFlagRow, findFlag, listStandingAttendances, lockFlag } from '#server/volunteering/hours/hour-board-store'
import { decideProposal, findProposal } from '#server/volunteering/hours/hour-proposal-store'
import { listTouched } from '#server/volunteering/hours/hour-standing-store'
import { takeBack } from '#server/volunteering/hours/take-back'
import { saveAttendance, type FlagRow } from '#server/volunteering/presence/presence-store'
import { lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'

interface Deciding {
  flag: FlagRow
  deciderId: string
  note: string
  now: Date
}

/** What the flag froze does not count: entries are reversed, attendances revoked, what was only proposed is declined. */
async function uphold(writing: Writing, { flag, deciderId, note, now }: Deciding): Promise<void> {
  if (!flag.freezes) return
  const touched = await listTouched(writing, flag.flagId)
  await takeBack(writing, touched, { cause: 'flag', approverId: deciderId, reason: note, now })
  if (flag.entryId) await decideProposal(writing, flag.entryId, { decision: 'decline', decidedBy: deciderId, decidedAt: now, note })
  if (!flag.shiftId) return
  for (const { shiftId, personId } of await listStandingAttendances(writing, flag.shiftId, flag.personId))
    await saveAttendance(writing, { shiftId, personId, state: 'revoked', stateSince: now, verifierId: deciderId, verifierNote: note })
}

/** The city office clears a flag, or upholds it; nobody decides about themselves or about what they entered or approved. */
export const decideFlag = command(contract.decideFlag, async ({ input, caller, writing, city, now }) => {
  if (!isCityOffice(caller, city)) refuse('not-found')
  const { flagId, decision, note } = input
  const seen = (await findFlag(writing, flagId)) ?? refuse('not-found')
  const touched = await listTouched(writing, flagId)
  const proposal = seen.entryId ? await findProposal(writing, seen.entryId) : undefined
  const involved = [seen.personId, proposal?.authorId, ...touched.flatMap(entry => [entry.personId, entry.authorId, entry.approverId])]
  if (involved.includes(caller.personId)) refuse('same-person')
  const attending = seen.shiftId ? await listStandingAttendances(writing, seen.shiftId, seen.personId) : []
  await lockVolunteers(writing, [...touched, ...attending].map(row => row.personId).concat(seen.personId ?? []))
  if (seen.shiftId) await lockShift(writing, seen.shiftId)
  const flag = (await lockFlag(writing, flagId)) ?? refuse('not-found')
  if (flag.decision) refuse('already-done')
  await decideFlagRow(writing, flagId, { decision, decidedBy: caller.personId, decidedAt: now, note })
  if (decision === 'upheld') await uphold(writing, { flag, deciderId: caller.personId, note, now })
  else await thawEntries(writing, await listTouched(writing, flagId), undefined, now)
  return { decision }
})
