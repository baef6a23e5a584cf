import { boolean, date, doublePrecision, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { HandlingMode } from '#contract/report-states'

/** Versioned rows: the newest version in force is used, older ones stay for the reports filed under them. */
export const categories = pgTable(
  'categories',
  {
    code: text('code').notNull(),
    version: integer('version').notNull(),
    groupCode: text('group_code').notNull(),
    groupName: text('group_name').notNull(),
    name: text('name').notNull(),
    mode: text('mode').$type<HandlingMode>().notNull(),
    hours: doublePrecision('hours').notNull(),
    clock: text('clock').$type<'working' | 'natural'>().notNull(),
    isUrgent: boolean('is_urgent').notNull(),
    isReferredByDefault: boolean('is_referred_by_default').notNull(),
    duplicateRadiusMetres: doublePrecision('duplicate_radius_metres').notNull(),
    quickButton: integer('quick_button'),
    handler: text('handler').notNull(),
    /** False for what cannot be photographed, a noise or a smell: then a sentence is enough. */
    needsPhoto: boolean('needs_photo').notNull().default(true),
    pinyin: text('pinyin').notNull(),
    /** Everyday words for it, with spaces between. */
    synonyms: text('synonyms').notNull().default(''),
    validFrom: timestamp('valid_from', { withTimezone: true, mode: 'date' }).notNull(),
    /** From this business date on nothing is filed under it any more; what was filed keeps it. */
    retiresOn: date('retires_on')
  },
  table => [primaryKey({ columns: [table.code, table.version] })]
)

/** Once filed, a report of this category (or group, or any) in this area goes to the unit by itself. */
export const routingRules = pgTable('routing_rules', {
  ruleId: text('rule_id').primaryKey(),
  covers: text('covers').notNull(),
  areaId: text('area_id').notNull(),
  unitId: text('unit_id').notNull(),
  isActive: boolean('is_active').notNull()
})

/** The city's own work days and days off; they win over the published calendar. */
export const calendarDays = pgTable('calendar_days', {
  date: date('date').primaryKey(),
  isWorkday: boolean('is_workday').notNull(),
  name: text('name').notNull()
})
