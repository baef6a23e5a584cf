import { and, between, desc, eq, gte, inArray, ne, or } from 'drizzle-orm'
import type { Category } from '#contract/report-shapes'
import { openReportStates } from '#contract/report-states'
import type { Point } from '#contract/shapes'
import type { Reading } from '#server/database/database'
import { CELL_RADIUS_METRES, boundingBox, coarsePoint, distanceMetres } from '#server/places/distance'
import { reports } from '#server/reports/report-tables'

type ReportRow = typeof reports.$inferSelect

/** What lies within a radius of a point; the box is what the index knows. Of a place chosen as a grid nobody knows how near it is. */
const inBox = (point: Point, category: Category, radiusMetres = category.duplicateRadiusMetres) => {
  const box = boundingBox(point, radiusMetres)
  return and(
    eq(reports.isApproximate, false),
    eq(reports.categoryCode, category.code),
    between(reports.latitude, box.south, box.north),
    between(reports.longitude, box.west, box.east)
  )
}

const closedSince = (since: Date) => and(eq(reports.state, 'closed'), gte(reports.closedAt, since))

function within<Row extends Point>(rows: readonly Row[], point: Point, category: Category) {
  return rows
    .map(row => ({ ...row, distanceMetres: distanceMetres(point, row) }))
    .filter(row => row.distanceMetres <= category.duplicateRadiusMetres)
}

/**
 * Reports of a category within its radius that are open, or were closed since; nearest first. Anybody may ask, so both the distances (in
 * metres on the ground) and what counts as near are computed from the middle of each report's cell, never from its point.
 */
export async function listSimilar(
  reading: Reading,
  point: Point,
  category: Category,
  since: Date
): Promise<(ReportRow & { distanceMetres: number })[]> {
  const radiusMetres = category.duplicateRadiusMetres + CELL_RADIUS_METRES
  const rows = await reading
    .select()
    .from(reports)
    .where(and(inBox(point, category, radiusMetres + CELL_RADIUS_METRES), or(inArray(reports.state, openReportStates), closedSince(since))))
    .orderBy(desc(reports.submittedAt))
    .limit(200)
  return rows
    .map(row => ({ ...row, distanceMetres: distanceMetres(point, coarsePoint(row)) }))
    .filter(row => row.distanceMetres <= radiusMetres)
    .sort((a, b) => a.distanceMetres - b.distanceMetres)
}

/** The latest report of this category closed at this place since a moment, if there is one. */
export async function findRecurrence(
  reading: Reading,
  { point, category, since, reportId }: { point: Point; category: Category; since: Date; reportId: string }
): Promise<string | undefined> {
  const { reportId: id, longitude, latitude } = reports
  const rows = await reading
    .select({ reportId: id, longitude, latitude })
    .from(reports)
    .where(and(inBox(point, category), closedSince(since), ne(id, reportId)))
    .orderBy(desc(reports.closedAt))
    .limit(200)
  return within(rows, point, category)[0]?.reportId
}
