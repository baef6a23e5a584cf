import { and, asc, eq } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { pointHolds, type HoldState } from '#server/points/points-tables'

export type HoldRow = typeof pointHolds.$inferSelect
export type HoldPurpose = HoldRow['purpose']

export async function findHold(reading: Reading, holdId: string): Promise<HoldRow | undefined> {
  const [row] = await reading.select().from(pointHolds).where(eq(pointHolds.holdId, holdId))
  return row
}

export const insertHold = (writing: Writing, hold: Omit<HoldRow, 'state' | 'resolvedAt'>) =>
  writing.insert(pointHolds).values({ ...hold, state: 'open' })

export const resolveHold = (writing: Writing, holdId: string, state: Exclude<HoldState, 'open'>, resolvedAt: Date) =>
  writing.update(pointHolds).set({ state, resolvedAt }).where(eq(pointHolds.holdId, holdId))

/** The hold by which an office looks into somebody's points; there is at most one. */
export async function findFreeze(reading: Reading, personId: string): Promise<HoldRow | undefined> {
  const [row] = await reading
    .select()
    .from(pointHolds)
    .where(and(eq(pointHolds.personId, personId), eq(pointHolds.purpose, 'freeze'), eq(pointHolds.state, 'open')))
  return row
}

/** What of a person's points was kept for what, for their own copy of their data. */
export const exportHoldsOf = (reading: Reading, personId: string) =>
  reading
    .select({ at: pointHolds.at, amount: pointHolds.amount, purpose: pointHolds.purpose, cause: pointHolds.cause, state: pointHolds.state })
    .from(pointHolds)
    .where(eq(pointHolds.personId, personId))
    .orderBy(asc(pointHolds.at), asc(pointHolds.holdId))
