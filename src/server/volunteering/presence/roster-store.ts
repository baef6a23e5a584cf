import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { HourEntryState } from '#contract/volunteering-states'
import type { Reading } from '#server/database/database'
import { hourEntries, hourProposals, hourStandings } from '#server/volunteering/hours/hour-tables'

/** How the minutes of each person of a shift stand: the latest entry, or a proposal that waits for a second person. */
export async function entryStatesOf(reading: Reading, shiftId: string): Promise<Map<string, HourEntryState>> {
  const waiting = await reading
    .select({ personId: hourProposals.personId })
    .from(hourProposals)
    .where(and(eq(hourProposals.shiftId, shiftId), isNull(hourProposals.decidedAt)))
  const entered = await reading
    .select({ personId: hourEntries.personId, state: hourStandings.state })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(and(eq(hourEntries.shiftId, shiftId), ne(hourEntries.source, 'reversal')))
    .orderBy(asc(hourEntries.sequence))
  return new Map([
    ...waiting.map(({ personId }) => [personId, 'proposed'] as const),
    ...entered.map(({ personId, state }) => [personId, state] as const)
  ])
}
