import { and, asc, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { reportEscalations, reports } from '#server/reports/report-tables'

type Row = typeof reports.$inferSelect

/** Rows another process is working on are left to it. */
const BATCH = 200
const unlocked = { skipLocked: true } as const

/** Questions nobody answered in time, and suspensions whose review date has come. */
export const listReturning = (writing: Writing, now: Date): Promise<Row[]> =>
  writing
    .select()
    .from(reports)
    .where(and(or(eq(reports.state, 'need_info'), eq(reports.state, 'suspended')), lte(reports.dueAt, now)))
    .orderBy(asc(reports.dueAt))
    .limit(BATCH)
    .for('update', unlocked)

/** Reports whose next escalation is due. */
export const listEscalating = (writing: Writing, now: Date): Promise<Row[]> =>
  writing
    .select()
    .from(reports)
    .where(and(isNotNull(reports.nextEscalationAt), lte(reports.nextEscalationAt, now)))
    .orderBy(asc(reports.nextEscalationAt))
    .limit(BATCH)
    .for('update', unlocked)

/**
 * Reports whose points may be released: the objection window passed, whatever anybody said meanwhile. An objection that is upheld takes
 * the moment away. Wherever a report went since its closing (joined to another one, say), its points stand.
 */
export const listReleasing = (writing: Writing, now: Date): Promise<Row[]> =>
  writing
    .select()
    .from(reports)
    .where(and(isNotNull(reports.pointsReleaseAt), lte(reports.pointsReleaseAt, now)))
    .orderBy(asc(reports.pointsReleaseAt))
    .limit(BATCH)
    .for('update', unlocked)

/** Closes the watch over places where nothing came back in 28 days. @returns how many. */
export async function settleRecurrences(writing: Writing, now: Date): Promise<number> {
  const settled = await writing
    .update(reports)
    .set({ recurrence: sql`coalesce(${reports.recurrence}, 'stayed-solved')`, recurrenceDueAt: null })
    .where(
      and(eq(reports.state, 'closed'), isNotNull(reports.recurrenceDueAt), lte(reports.recurrenceDueAt, now), isNull(reports.recurrence))
    )
    .returning({ reportId: reports.reportId })
  return settled.length
}

/** Notes a level once per clock: a second attempt finds it there. */
export const noteEscalation = (writing: Writing, row: typeof reportEscalations.$inferInsert) =>
  writing.insert(reportEscalations).values(row).onConflictDoNothing()

export const listEscalationsOf = (reading: Reading, reportId: string) =>
  reading.select().from(reportEscalations).where(eq(reportEscalations.reportId, reportId)).orderBy(asc(reportEscalations.at))
