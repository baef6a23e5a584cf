import { doublePrecision, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
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
    centreLatitude: doublePrecision('centre_latitude').notNull()
  },
  table => [index('areas_parent').on(table.parentId)]
)

/** Units that may be made responsible. */
export const units = pgTable('units', {
  unitId: text('unit_id').primaryKey(),
  name: text('name').notNull(),
  /** Where it stands in lists; the general one first. */
  rank: doublePrecision('rank').notNull().default(100)
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
