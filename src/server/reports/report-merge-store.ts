import { eq } from 'drizzle-orm'
import type { Reading } from '#server/database/database'
import { findReport, type ReportRow } from '#server/reports/report-store'
import { reports } from '#server/reports/report-tables'

/** How many reports are joined to this one now. */
export const countMerged = (reading: Reading, masterId: string): Promise<number> => reading.$count(reports, eq(reports.masterId, masterId))

/** A chain longer than this is none anybody made by hand. */
const CHAIN_MAX = 50

/** The report at the end of a chain of merges, which is what becomes of all of them. */
export async function findLastMaster(reading: Reading, masterId: string): Promise<ReportRow | undefined> {
  let last = await findReport(reading, masterId)
  for (let step = 0; step < CHAIN_MAX && last?.state === 'merged' && last.masterId; step += 1)
    last = (await findReport(reading, last.masterId)) ?? last
  return last
}
