import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { exportHoursOf } from '#server/volunteering/hours/hour-store'
import { hourProposals } from '#server/volunteering/hours/hour-tables'
import { dropPositionsOf } from '#server/volunteering/presence/presence-store'
import { attendances, presenceFacts, presencePositions } from '#server/volunteering/presence/presence-tables'

/** A person's service for their own copy of their data: minutes, what was seen of them, and what was typed in about them. */
export async function exportServiceOf(reading: Reading, personId: string) {
  const { shiftId, state, checkedInAt, checkedOutAt, disputeNote, verifierNote } = attendances
  const { phase, signals, at, deviceId, distanceMetres, accuracyMetres } = presenceFacts
  const { longitude, latitude } = presencePositions
  return {
    entries: await exportHoursOf(reading, personId),
    attendances: await reading
      .select({ shiftId, state, checkedInAt, checkedOutAt, disputeNote, verifierNote })
      .from(attendances)
      .where(eq(attendances.personId, personId))
      .orderBy(asc(checkedInAt), asc(shiftId)),
    seen: await reading
      .select({ shiftId: presenceFacts.shiftId, phase, signals, at, deviceId, distanceMetres, accuracyMetres, longitude, latitude })
      .from(presenceFacts)
      .leftJoin(presencePositions, eq(presencePositions.factId, presenceFacts.factId))
      .where(eq(presenceFacts.personId, personId))
      .orderBy(asc(at), asc(presenceFacts.factId)),
    typedIn: await reading
      .select({ shiftId: hourProposals.shiftId, minutes: hourProposals.minutes, reason: hourProposals.reason, at: hourProposals.at })
      .from(hourProposals)
      .where(eq(hourProposals.personId, personId))
      .orderBy(asc(hourProposals.at))
  }
}

/**
 * The account is going: positions and what the person said in a dispute go with it, and what nobody decided yet is declined. Entries
 * stay under an id that leads to an empty row, or the chain would break.
 */
export async function letGoOfHours(writing: Writing, personId: string, now: Date): Promise<void> {
  await dropPositionsOf(writing, personId)
  await writing.update(attendances).set({ disputeNote: null }).where(eq(attendances.personId, personId))
  await writing
    .update(hourProposals)
    .set({ decision: 'decline', decidedAt: now })
    .where(and(eq(hourProposals.personId, personId), isNull(hourProposals.decidedAt)))
}
