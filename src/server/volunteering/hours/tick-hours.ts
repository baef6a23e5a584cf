import type { Writing } from '#server/database/database'
import { awardForHours } from '#server/points/points-ledger'
import { listDue, listHeldOnNotice, setStandings, verifySettled } from '#server/volunteering/hours/hour-standing-store'
import { dropPositions } from '#server/volunteering/presence/presence-store'
import { lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'

const ENTRIES_PER_ROUND_MAX = 100

/** What a flag was raised about while it stood on notice shows as frozen. */
async function freezeHeld(writing: Writing): Promise<number> {
  const seen = await listHeldOnNotice(writing, ENTRIES_PER_ROUND_MAX)
  if (seen.length === 0) return 0
  await lockVolunteers(
    writing,
    seen.map(entry => entry.personId)
  )
  const held = await listHeldOnNotice(
    writing,
    ENTRIES_PER_ROUND_MAX,
    seen.map(entry => entry.entryId)
  )
  await setStandings(
    writing,
    held.map(entry => entry.entryId),
    { state: 'frozen' }
  )
  return held.length
}

/**
 * One batch of what happens to hours by itself: an entry whose notice is over, that no flag and no dispute holds, becomes final, gives
 * its points, and the positions behind it are dropped (个人信息保护法 Art. 28). Doing it again with the same `now` changes nothing more.
 * @returns how many entries changed.
 */
export async function tickHours(writing: Writing, now: Date): Promise<number> {
  const frozen = await freezeHeld(writing)
  const seen = await listDue(writing, now, ENTRIES_PER_ROUND_MAX)
  if (seen.length === 0) return frozen
  await lockVolunteers(
    writing,
    seen.map(entry => entry.personId)
  )
  // Read again: whoever held one of these people a moment ago may have reversed or disputed it.
  const entryIds = seen.map(entry => entry.entryId)
  const due = (await listDue(writing, now, ENTRIES_PER_ROUND_MAX, entryIds)).sort((a, b) => a.personId.localeCompare(b.personId))
  await setStandings(
    writing,
    due.map(entry => entry.entryId),
    { state: 'final', finalAt: now }
  )
  for (const { entryId, personId, shiftId, businessDate, minutes } of due) {
    await awardForHours(writing, { entryId, personId, businessDate, minutes, now })
    await dropPositions(writing, personId, shiftId)
    await verifySettled(writing, shiftId, personId, now)
  }
  return frozen + due.length
}
