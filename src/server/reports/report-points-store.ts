import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ReportPoints } from '#contract/report-shapes'
import type { Reading } from '#server/database/database'
import { pointLines, pointTransactions } from '#server/points/points-tables'

/** The causes the ledger knows a report's closings by, the first to the last. */
const causesOf = (reportId: string, closingRound: number) =>
  Array.from({ length: closingRound }, (_, round) => `report:${reportId}.${round + 1}`)

/**
 * What a report gave one person over all its closings: what was taken back is taken off, what they spent since is not. Absent where it
 * gave nothing yet. Counted in the ledger, whatever page of it somebody would have to turn to.
 */
export async function pointsOfReport(
  reading: Reading,
  { reportId, closingRound, personId }: { reportId: string; closingRound: number; personId: string }
): Promise<ReportPoints | undefined> {
  const ofTheirs = and(eq(pointLines.transactionId, pointTransactions.transactionId), eq(pointLines.personId, personId))
  const [row] = await reading
    .select({
      // A transaction the day's limit left nothing of has no lines, and is still worth a word.
      count: sql<number>`count(*)::int`,
      given: sql<number>`coalesce(sum(${pointLines.amount}), 0)::int`,
      pending: sql<number>`coalesce(sum(${pointLines.amount}) filter (where ${pointLines.account} like '%:pending'), 0)::int`,
      clipped: sql<number>`coalesce(max(${pointTransactions.clipped}), 0)::int`
    })
    .from(pointTransactions)
    .leftJoin(pointLines, ofTheirs)
    .where(and(inArray(pointTransactions.cause, causesOf(reportId, closingRound)), eq(pointTransactions.personId, personId)))
  if (!row || row.count === 0) return undefined
  const { given, pending, clipped } = row
  return { given, pending, clipped }
}
