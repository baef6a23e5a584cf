import { eq } from 'drizzle-orm'
import type { Reading } from '#server/database/database'
import { reports } from '#server/reports/report-tables'

/** How many reports are joined to this one now. */
export const countMerged = (reading: Reading, masterId: string): Promise<number> => reading.$count(reports, eq(reports.masterId, masterId))
