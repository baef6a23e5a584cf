import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { areas, units } from '#server/places/places-tables'

/** Areas whose day is set, whether it has come or not. */
export const listRetiringAreas = (reading: Reading) =>
  reading
    .select({
      ...{ areaId: areas.areaId, kind: areas.kind, name: areas.name, parentId: areas.parentId },
      retiresOn: sql<string>`${areas.retiresOn}`
    })
    .from(areas)
    .where(isNotNull(areas.retiresOn))
    .orderBy(asc(areas.retiresOn), asc(areas.areaId))

export const listRetiringUnits = (reading: Reading) =>
  reading
    .select({ unitId: units.unitId, name: units.name, retiresOn: sql<string>`${units.retiresOn}` })
    .from(units)
    .where(isNotNull(units.retiresOn))
    .orderBy(asc(units.retiresOn), asc(units.unitId))

/** Reads a unit and keeps it still until the transaction ends. */
export async function holdUnit(writing: Writing, unitId: string) {
  const [unit] = await writing.select({ unitId: units.unitId, name: units.name }).from(units).where(eq(units.unitId, unitId)).for('update')
  return unit
}

export const setUnitRetirement = (writing: Writing, unitId: string, retiresOn: string | null) =>
  writing.update(units).set({ retiresOn }).where(eq(units.unitId, unitId))
