import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { areaChanges, areaImports, areas, type AreaBefore } from '#server/places/places-tables'

export type AreaImportRow = typeof areaImports.$inferSelect

const IMPORTS_SHOWN = 20
/** One statement takes so many. */
const CHANGES_AT_ONCE = 200

/** One import, undoing or retirement after the other: each reads the map the one before it left. */
export const lockAreas = (writing: Writing) => writing.execute(sql`select pg_advisory_xact_lock(hashtextextended('areas', 0))`)

/** Writes down an import with what each area was before it. */
export async function addImport(
  writing: Writing,
  row: AreaImportRow,
  changes: readonly { areaId: string; before: AreaBefore | null }[]
): Promise<void> {
  await writing.insert(areaImports).values(row)
  const rows = changes.map(change => ({ importId: row.importId, ...change }))
  for (let from = 0; from < rows.length; from += CHANGES_AT_ONCE)
    await writing.insert(areaChanges).values(rows.slice(from, from + CHANGES_AT_ONCE))
}

export const listImportRows = (reading: Reading): Promise<AreaImportRow[]> =>
  reading.select().from(areaImports).orderBy(desc(areaImports.importedAt), desc(areaImports.importId)).limit(IMPORTS_SHOWN)

/** The last import that was not taken back. */
export async function lastImport(reading: Reading): Promise<AreaImportRow | undefined> {
  const [last] = await reading
    .select()
    .from(areaImports)
    .where(isNull(areaImports.undoneAt))
    .orderBy(desc(areaImports.importedAt), desc(areaImports.importId))
    .limit(1)
  return last
}

export async function findImport(reading: Reading, importId: string): Promise<AreaImportRow | undefined> {
  const [found] = await reading.select().from(areaImports).where(eq(areaImports.importId, importId))
  return found
}

export const listChanges = (reading: Reading, importId: string) =>
  reading.select({ areaId: areaChanges.areaId, before: areaChanges.before }).from(areaChanges).where(eq(areaChanges.importId, importId))

export async function markUndone(writing: Writing, importId: string, undoneAt: Date): Promise<void> {
  await writing.update(areaImports).set({ undoneAt }).where(eq(areaImports.importId, importId))
}

/** Takes areas away for good. The database refuses it where a case lies in one. */
export async function deleteAreas(writing: Writing, areaIds: readonly string[]): Promise<void> {
  for (let from = 0; from < areaIds.length; from += CHANGES_AT_ONCE)
    await writing.delete(areas).where(inArray(areas.areaId, areaIds.slice(from, from + CHANGES_AT_ONCE)))
}

/** Sets or takes away the day from which areas are retired. @returns how many there were. */
export async function setRetirement(writing: Writing, areaIds: readonly string[], retiresOn: string | null): Promise<number> {
  const changed = await writing
    .update(areas)
    .set({ retiresOn })
    .where(and(inArray(areas.areaId, [...areaIds])))
    .returning({ areaId: areas.areaId })
  return changed.length
}
