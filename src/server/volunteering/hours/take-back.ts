import type { Writing } from '#server/database/database'
import { reverseEntries, type Reversing } from '#server/volunteering/hours/enter-entries'
import { liveEntriesOf, type StandingEntry } from '#server/volunteering/hours/hour-standing-store'
import { saveAttendance } from '#server/volunteering/presence/presence-store'

/** Reverses entries and says so on the attendances behind them: nothing left is `revoked`, less than before `adjusted`. */
export async function takeBack(writing: Writing, entries: readonly StandingEntry[], reversing: Reversing): Promise<string[]> {
  const reversalIds = await reverseEntries(writing, entries, reversing)
  const attendances = new Map(entries.map(({ shiftId, personId }) => [`${shiftId} ${personId}`, { shiftId, personId }]))
  for (const { shiftId, personId } of attendances.values()) {
    const left = await liveEntriesOf(writing, shiftId, personId)
    const state = left.length > 0 ? 'adjusted' : 'revoked'
    await saveAttendance(writing, { shiftId, personId, state, stateSince: reversing.now, verifierId: reversing.approverId })
  }
  return reversalIds
}
