import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Reading } from '#server/database/database'
import { reports } from '#server/reports/report-tables'

/** Published results, newest first, from after the last row of the page before. */
export function listPublished(reading: Reading, limit: number, communityId?: string, after?: { at: Date; id: string }) {
  const moment = after && sql`${after.at.toISOString()}::timestamptz`
  const keyset =
    after && sql`${reports.publishedAt} <= ${moment} and (${reports.publishedAt} < ${moment} or ${reports.reportId} < ${after.id})`
  return reading
    .select({
      reportId: reports.reportId,
      categoryCode: reports.categoryCode,
      categoryVersion: reports.categoryVersion,
      gridId: reports.gridId,
      communityId: reports.communityId,
      streetId: reports.streetId,
      cityId: reports.cityId,
      unitId: reports.unitId,
      submittedAt: reports.submittedAt,
      closedAt: reports.closedAt,
      publishedAt: reports.publishedAt,
      summary: reports.publishedSummary,
      beforeId: reports.publishedBeforeId,
      afterId: reports.publishedAfterId
    })
    .from(reports)
    .where(and(isNotNull(reports.publishedAt), communityId ? eq(reports.communityId, communityId) : undefined, keyset))
    .orderBy(desc(reports.publishedAt), desc(reports.reportId))
    .limit(limit)
}
