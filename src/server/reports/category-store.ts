import { and, between, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Category } from '#contract/report-shapes'
import type { Reading, Writing } from '#server/database/database'
import { calendarDays, categories, routingRules } from '#server/reports/category-tables'

export type CategoryRow = typeof categories.$inferSelect
export type RoutingRuleRow = typeof routingRules.$inferSelect

export const listCategoryRows = (reading: Reading): Promise<CategoryRow[]> => reading.select().from(categories)
export const listRuleRows = (reading: Reading): Promise<RoutingRuleRow[]> => reading.select().from(routingRules)
export const listCalendarRows = (reading: Reading) => reading.select().from(calendarDays)
export const listCalendarRowsOf = (reading: Reading, year: number) =>
  reading
    .select()
    .from(calendarDays)
    .where(between(calendarDays.date, `${year}-01-01`, `${year}-12-31`))

/** One change of categories, calendar or rules after the other: each is judged by what the one before it left. */
export const lockCategories = (writing: Writing) => writing.execute(sql`select pg_advisory_xact_lock(hashtextextended('categories', 0))`)

/** Writes the next version of a category; earlier ones stay for the reports filed under them. */
export async function addCategoryVersion(writing: Writing, category: Omit<Category, 'version'>, now: Date): Promise<number> {
  const [newest] = await writing
    .select({ version: categories.version, needsPhoto: categories.needsPhoto, synonyms: categories.synonyms })
    .from(categories)
    .where(eq(categories.code, category.code))
    .orderBy(desc(categories.version))
    .limit(1)
  const version = (newest?.version ?? 0) + 1
  const needsPhoto = category.needsPhoto ?? newest?.needsPhoto ?? true
  const row = {
    ...category,
    needsPhoto,
    synonyms: category.synonyms ?? newest?.synonyms ?? '',
    quickButton: category.quickButton ?? null,
    retiresOn: category.retiresOn ?? null,
    version,
    validFrom: now
  }
  await writing.insert(categories).values(row)
  return version
}

/** Gives categories of a city that has none yet the everyday words that came with a later version of the product. */
export async function giveSynonyms(writing: Writing, given: readonly Pick<Category, 'code' | 'synonyms'>[]): Promise<void> {
  for (const { code, synonyms } of given)
    if (synonyms)
      await writing
        .update(categories)
        .set({ synonyms })
        .where(and(eq(categories.code, code), eq(categories.synonyms, '')))
}

export const saveRuleRow = (writing: Writing, rule: RoutingRuleRow) =>
  writing.insert(routingRules).values(rule).onConflictDoUpdate({ target: routingRules.ruleId, set: rule })

export async function saveCalendarRows(
  writing: Writing,
  days: readonly { date: string; isWorkday: boolean; name: string }[]
): Promise<void> {
  for (const day of days) await writing.insert(calendarDays).values(day).onConflictDoUpdate({ target: calendarDays.date, set: day })
}

/** How many of these days the city had written. */
export async function deleteCalendarRows(writing: Writing, dates: readonly string[]): Promise<number> {
  const removed = await writing
    .delete(calendarDays)
    .where(inArray(calendarDays.date, [...dates]))
    .returning({ date: calendarDays.date })
  return removed.length
}
