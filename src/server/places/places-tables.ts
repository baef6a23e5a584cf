import { date, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { AreaKind, AreaShape } from '#contract/places'

/** The tree of areas. Ids come from the city's own numbering. */
export const areas = pgTable(
  'areas',
  {
    areaId: text('area_id').primaryKey(),
    kind: text('kind').$type<AreaKind>().notNull(),
    name: text('name').notNull(),
    parentId: text('parent_id'),
    shape: jsonb('shape').$type<AreaShape>().notNull(),
    centreLongitude: doublePrecision('centre_longitude').notNull(),
    centreLatitude: doublePrecision('centre_latitude').notNull(),
    /** From this business date on it belongs to the city no more; what happened in it still does. */
    retiresOn: date('retires_on')
  },
  table => [index('areas_parent').on(table.parentId)]
)

/** Units that may be made responsible. */
export const units = pgTable('units', {
  unitId: text('unit_id').primaryKey(),
  name: text('name').notNull(),
  /** Where it stands in lists; the general one first. */
  rank: doublePrecision('rank').notNull().default(100),
  /** From this business date on it takes no cases any more. */
  retiresOn: date('retires_on')
})

/** What a unit covers: `covers` is a category code, a group code, or `*`. */
export const unitCoverage = pgTable(
  'unit_coverage',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => units.unitId),
    areaId: text('area_id')
      .notNull()
      .references(() => areas.areaId),
    covers: text('covers').notNull()
  },
  table => [primaryKey({ columns: [table.unitId, table.areaId, table.covers] })]
)

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Every import of areas that changed something; the last one can be taken back. */
export const areaImports = pgTable(
  'area_imports',
  {
    importId: text('import_id').primaryKey(),
    importedAt: at('imported_at').notNull(),
    addedCount: integer('added_count').notNull(),
    changedCount: integer('changed_count').notNull(),
    undoneAt: at('undone_at')
  },
  table => [index('area_imports_newest').on(table.importedAt.desc())]
)

/** What an area was before an import; empty where the import added it. */
export interface AreaBefore {
  kind: AreaKind
  name: string
  parentId: string | null
  shape: AreaShape
  centreLongitude: number
  centreLatitude: number
}

export const areaChanges = pgTable(
  'area_changes',
  {
    importId: text('import_id')
      .notNull()
      .references(() => areaImports.importId),
    areaId: text('area_id').notNull(),
    before: jsonb('before').$type<AreaBefore>()
  },
  table => [primaryKey({ columns: [table.importId, table.areaId] })]
)
