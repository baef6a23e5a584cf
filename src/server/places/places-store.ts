import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { AreaFeature, AreaKind, Unit } from '#contract/places'
import type { Point } from '#contract/shapes'
import type { Reading, Writing } from '#server/database/database'
import { areas, unitCoverage, units } from '#server/places/places-tables'

export type AreaRow = typeof areas.$inferSelect
export type UnitRow = Pick<typeof units.$inferSelect, 'unitId' | 'name' | 'retiresOn'>
export type CoverageRow = typeof unitCoverage.$inferSelect

export const listAreaRows = (reading: Reading): Promise<AreaRow[]> => reading.select().from(areas).orderBy(asc(areas.areaId))

export const listUnitRows = (reading: Reading): Promise<UnitRow[]> =>
  reading
    .select({ unitId: units.unitId, name: units.name, retiresOn: units.retiresOn })
    .from(units)
    .orderBy(asc(units.rank), asc(units.unitId))

export const listCoverageRows = (reading: Reading): Promise<CoverageRow[]> => reading.select().from(unitCoverage)

/** What one unit covers: which areas, and of each which categories. */
export const listCoverageOf = (reading: Reading, unitId: string) =>
  reading
    .select({ areaId: unitCoverage.areaId, covers: unitCoverage.covers })
    .from(unitCoverage)
    .where(eq(unitCoverage.unitId, unitId))
    .orderBy(asc(unitCoverage.areaId), asc(unitCoverage.covers))

/** Shapes of one kind, under a parent or all, of what is not retired on a business date. */
export function listShapeRows(
  reading: Reading,
  asked: { kind: AreaKind; parentId?: string | undefined; today: string }
): Promise<AreaRow[]> {
  const { kind, parentId, today } = asked
  const isPresent = or(isNull(areas.retiresOn), gt(areas.retiresOn, today))
  return reading
    .select()
    .from(areas)
    .where(and(eq(areas.kind, kind), isPresent, parentId ? eq(areas.parentId, parentId) : undefined))
    .orderBy(asc(areas.areaId))
}

/** One statement takes so many: a county brings thousands, and borders are long. */
const AREAS_AT_ONCE = 100

/** Adds areas, or replaces those with the same id; the day they retire stays. */
export async function saveAreas(writing: Writing, features: readonly { feature: AreaFeature; centre: Point }[]): Promise<void> {
  const rows = features.map(({ feature: { properties, geometry }, centre }) => ({
    ...{ ...properties, shape: geometry, centreLongitude: centre.longitude, centreLatitude: centre.latitude }
  }))
  const set = {
    kind: sql`excluded.kind`,
    name: sql`excluded.name`,
    parentId: sql`excluded.parent_id`,
    shape: sql`excluded.shape`,
    centreLongitude: sql`excluded.centre_longitude`,
    centreLatitude: sql`excluded.centre_latitude`
  }
  for (let from = 0; from < rows.length; from += AREAS_AT_ONCE)
    await writing
      .insert(areas)
      .values(rows.slice(from, from + AREAS_AT_ONCE))
      .onConflictDoUpdate({ target: areas.areaId, set })
}

/** Adds or renames a unit and replaces what it covers. */
export async function saveUnitRow(
  writing: Writing,
  unit: Pick<Unit, 'unitId' | 'name'> & { rank?: number },
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
