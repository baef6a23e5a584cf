import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { AreaFeature, AreaKind, Unit } from '#contract/places'
import type { Point } from '#contract/shapes'
import type { Reading, Writing } from '#server/database/database'
import { areas, unitCoverage, units } from '#server/places/places-tables'

export type AreaRow = typeof areas.$inferSelect
export type CoverageRow = typeof unitCoverage.$inferSelect

export const listAreaRows = (reading: Reading): Promise<AreaRow[]> => reading.select().from(areas).orderBy(asc(areas.areaId))

export const listUnitRows = (reading: Reading): Promise<Unit[]> =>
  reading.select({ unitId: units.unitId, name: units.name }).from(units).orderBy(asc(units.rank), asc(units.unitId))

export const listCoverageRows = (reading: Reading): Promise<CoverageRow[]> => reading.select().from(unitCoverage)

/** What one unit covers: which areas, and of each which categories. */
export const listCoverageOf = (reading: Reading, unitId: string) =>
  reading
    .select({ areaId: unitCoverage.areaId, covers: unitCoverage.covers })
    .from(unitCoverage)
    .where(eq(unitCoverage.unitId, unitId))
    .orderBy(asc(unitCoverage.areaId), asc(unitCoverage.covers))

/** Shapes of one kind, under a parent or all. */
export function listShapeRows(reading: Reading, kind: AreaKind, parentId?: string): Promise<AreaRow[]> {
  const wanted = parentId ? sql`${areas.kind} = ${kind} and ${areas.parentId} = ${parentId}` : eq(areas.kind, kind)
  return reading.select().from(areas).where(wanted).orderBy(asc(areas.areaId))
}

/** Adds areas, or replaces those with the same id. */
export async function saveAreas(writing: Writing, features: readonly { feature: AreaFeature; centre: Point }[]): Promise<void> {
  for (const { feature, centre } of features) {
    const { areaId, ...properties } = feature.properties
    const row = { ...properties, shape: feature.geometry, centreLongitude: centre.longitude, centreLatitude: centre.latitude }
    await writing
      .insert(areas)
      .values({ areaId, ...row })
      .onConflictDoUpdate({ target: areas.areaId, set: row })
  }
}

/** Adds or renames a unit and replaces what it covers. */
export async function saveUnitRow(
  writing: Writing,
  unit: Unit & { rank?: number },
  coverage: readonly { areaId: string; covers: string }[]
): Promise<void> {
  await writing
    .insert(units)
    .values(unit)
    .onConflictDoUpdate({ target: units.unitId, set: { name: unit.name } })
  await writing.delete(unitCoverage).where(eq(unitCoverage.unitId, unit.unitId))
  // The same line twice says nothing more than once.
  if (coverage.length > 0)
    await writing
      .insert(unitCoverage)
      .values(coverage.map(row => ({ unitId: unit.unitId, ...row })))
      .onConflictDoNothing()
}

export const listAreaIds = async (reading: Reading, areaIds: readonly string[]) =>
  (
    await reading
      .select({ areaId: areas.areaId })
      .from(areas)
      .where(inArray(areas.areaId, [...areaIds]))
  ).map(row => row.areaId)
