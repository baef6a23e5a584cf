import { and, between, desc, eq, gte, inArray, or } from 'drizzle-orm'
import type { Category } from '#contract/report-shapes'
import { openReportStates } from '#contract/report-states'
import type { Point } from '#contract/shapes'
import type { Reading } from '#server/database/database'
import { boundingBox, distanceMetres } from '#server/places/distance'
import { reports } from '#server/reports/report-tables'

type Near = typeof reports.$inferSelect & { distanceMetres: number }

async function listNear(reading: Reading, point: Point, category: Category, closedSince: Date, withOpen: boolean): Promise<Near[]> {
  const box = boundingBox(point, category.duplicateRadiusMetres)
  const closedLately = and(eq(reports.state, 'closed'), gte(reports.closedAt, closedSince))
  const rows = await reading
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.categoryCode, category.code),
        between(reports.latitude, box.south, box.north),
        between(reports.longitude, box.west, box.east),
        withOpen ? or(inArray(reports.state, openReportStates), closedLately) : closedLately
      )
    )
    .orderBy(desc(reports.submittedAt))
    .limit(200)
  return rows
    .map(row => ({ ...row, distanceMetres: distanceMetres(point, row) }))
    .filter(row => row.distanceMetres <= category.duplicateRadiusMetres)
    .sort((a, b) => a.distanceMetres - b.distanceMetres)
}

/** Reports of a category within its radius that are open, or were closed since; nearest first. Distances in metres on the ground. */
export const listSimilar = (reading: Reading, point: Point, category: Category, closedSince: Date) =>
  listNear(reading, point, category, closedSince, true)

/** The latest report of this category closed at this place since a moment, if there is one. */
export async function findRecurrence(
  reading: Reading,
  { point, category, since, reportId }: { point: Point; category: Category; since: Date; reportId: string }
): Promise<string | undefined> {
  const near = await listNear(reading, point, category, since, false)
  const latest = near.filter(row => row.reportId !== reportId).sort((a, b) => (b.closedAt?.getTime() ?? 0) - (a.closedAt?.getTime() ?? 0))
  return latest[0]?.reportId
}
