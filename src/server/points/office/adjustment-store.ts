import { and, asc, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { pointAdjustments } from '#server/points/points-tables'

export type AdjustmentRow = typeof pointAdjustments.$inferSelect

export const insertAdjustment = (writing: Writing, row: AdjustmentRow) => writing.insert(pointAdjustments).values(row)

export async function findAdjustment(reading: Reading, adjustmentId: string): Promise<AdjustmentRow | undefined> {
  const [row] = await reading.select().from(pointAdjustments).where(eq(pointAdjustments.adjustmentId, adjustmentId))
  return row
}

/** The proposal, held until the transaction ends. */
export async function lockAdjustment(writing: Writing, adjustmentId: string): Promise<AdjustmentRow | undefined> {
  const [row] = await writing.select().from(pointAdjustments).where(eq(pointAdjustments.adjustmentId, adjustmentId)).for('update')
  return row
}

export const decideAdjustment = (
  writing: Writing,
  adjustmentId: string,
  said: Pick<AdjustmentRow, 'state' | 'deciderId' | 'decidedAt' | 'note'>
) =>
  writing
    .update(pointAdjustments)
    .set({ ...said, isOpen: false })
    .where(eq(pointAdjustments.adjustmentId, adjustmentId))

interface Beginning {
  isOpen: boolean
  proposedAt: Date
  adjustmentId: string
}

/** Those to decide first, then newest first. */
export const listAdjustmentRows = (
  reading: Reading,
  { state, after, limit }: { state?: AdjustmentRow['state'] | undefined; after?: Beginning | undefined; limit: number }
): Promise<AdjustmentRow[]> => {
  const { isOpen, proposedAt, adjustmentId } = pointAdjustments
  const isAfter =
    after &&
    or(
      after.isOpen ? eq(isOpen, false) : undefined,
      and(
        eq(isOpen, after.isOpen),
        or(lt(proposedAt, after.proposedAt), and(eq(proposedAt, after.proposedAt), lt(adjustmentId, after.adjustmentId)))
      )
    )
  return reading
    .select()
    .from(pointAdjustments)
    .where(and(state && eq(pointAdjustments.state, state), isAfter))
    .orderBy(desc(isOpen), desc(proposedAt), desc(adjustmentId))
    .limit(limit)
}

/** What was proposed or done for a person by hand, for their own copy of their data. */
export const exportAdjustmentsOf = (reading: Reading, personId: string) =>
  reading
    .select({
      amount: pointAdjustments.amount,
      reason: pointAdjustments.reason,
      state: pointAdjustments.state,
      proposedAt: pointAdjustments.proposedAt,
      decidedAt: pointAdjustments.decidedAt
    })
    .from(pointAdjustments)
    .where(eq(pointAdjustments.personId, personId))
    .orderBy(asc(pointAdjustments.proposedAt))

/** The account is going: nobody decides about it any more, and what staff wrote about the person goes with it. */
export const letGoOfAdjustments = (writing: Writing, personId: string, now: Date) =>
  writing
    .update(pointAdjustments)
    .set({
      reason: '',
      note: null,
      isOpen: false,
      state: sql`case when state = 'proposed' then 'refused' else state end`,
      decidedAt: sql`coalesce(decided_at, ${now.toISOString()}::timestamptz)`
    })
    .where(eq(pointAdjustments.personId, personId))
