import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { HourEntryState } from '#contract/volunteering-states'
import type { Reading } from '#server/database/database'
import { hourEntries, hourProposals, hourStandings } from '#server/volunteering/hours/hour-tables'
import type { RosterHours } from '#server/volunteering/presence/roster-rules'

const liveStates: readonly HourEntryState[] = ['notice', 'frozen', 'final']

/**
 * How the minutes of each person of a shift stand: as the latest entry does, or a proposal that waits for a second person; and the
 * entries that count or will.
 */
export async function hoursOfRoster(reading: Reading, shiftId: string): Promise<Map<string, RosterHours>> {
  const waiting = await reading
    .select({ personId: hourProposals.personId })
    .from(hourProposals)
    .where(and(eq(hourProposals.shiftId, shiftId), isNull(hourProposals.decidedAt)))
  const entered = await reading
    .select({ entryId: hourEntries.entryId, personId: hourEntries.personId, state: hourStandings.state })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(and(eq(hourEntries.shiftId, shiftId), ne(hourEntries.source, 'reversal')))
    .orderBy(asc(hourEntries.sequence))
  const hours = new Map<string, RosterHours>(waiting.map(({ personId }) => [personId, { state: 'proposed', liveIds: [] }]))
  for (const { entryId, personId, state } of entered) {
    const earlier = hours.get(personId)?.liveIds ?? []
    hours.set(personId, { state, liveIds: liveStates.includes(state) ? [...earlier, entryId] : earlier })
  }
  return hours
}
