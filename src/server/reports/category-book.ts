import type { Category } from '#contract/report-shapes'
import type { PlaceBook } from '#server/places/place-book'
import type { CategoryRow, RoutingRuleRow } from '#server/reports/category-store'
import { publishedCalendar, type WorkCalendar } from '#server/reports/work-calendar'

/** The city's categories, routing rules and work calendar in memory. */
export interface CategoryBook {
  /** In force, quick buttons first, then by code. */
  categories: readonly Category[]
  categoryOf(code: string): Category | undefined
  /** Retired on the day of the book; of each the newest version. */
  retired: readonly Category[]
  /** The newest version, in force or retired: what was filed under it is still handled. */
  newestOf(code: string): Category | undefined
  /** The row a report was filed under, which may be out of force by now. */
  categoryAt(code: string, version: number): Category
  /** The active rule that says where a filed report goes by itself: the smallest area and the narrowest category win. */
  ruleFor(category: Category, gridId: string, places: PlaceBook): RoutingRuleRow | undefined
  calendar: WorkCalendar
}

export const toCategory = ({ validFrom: _, quickButton, retiresOn, ...row }: CategoryRow): Category => ({
  ...row,
  ...(quickButton !== null && { quickButton }),
  ...(retiresOn && { retiresOn })
})

const narrowness = (covers: string, category: Category) => [category.code, category.groupCode, '*'].indexOf(covers)

/** Builds the book from its rows as of a business date; of each category the newest version is in force until it retires. Pure. */
export function buildCategoryBook(
  rows: readonly CategoryRow[],
  rules: readonly RoutingRuleRow[],
  days: readonly { date: string; isWorkday: boolean }[],
  today: string
): CategoryBook {
  const all = rows.map(toCategory)
  const byVersion = new Map(all.map(category => [`${category.code}@${category.version}`, category]))
  const newest = new Map<string, Category>()
  for (const category of all) if ((newest.get(category.code)?.version ?? 0) < category.version) newest.set(category.code, category)
  const isRetired = ({ retiresOn }: Category) => retiresOn !== undefined && retiresOn <= today
  const sorted = [...newest.values()].sort((a, b) => (a.quickButton ?? 99) - (b.quickButton ?? 99) || a.code.localeCompare(b.code))
  const categories = sorted.filter(category => !isRetired(category))
  const inForce = new Map(categories.map(category => [category.code, category]))
  const areaRank = ['grid', 'community', 'street', 'city']
  return {
    categories,
    categoryOf: code => inForce.get(code),
    retired: sorted.filter(isRetired),
    newestOf: code => newest.get(code),
    categoryAt(code, version) {
      const category = byVersion.get(`${code}@${version}`)
      if (!category) throw new Error(`category ${code} has no version ${version}`)
      return category
    },
    ruleFor(category, gridId, places) {
      const rankOf = (rule: RoutingRuleRow) =>
        areaRank.indexOf(places.areaOf(rule.areaId)?.kind ?? 'city') * 3 + narrowness(rule.covers, category)
      return rules
        .filter(rule => rule.isActive && narrowness(rule.covers, category) >= 0 && places.contains(rule.areaId, gridId))
        .sort((a, b) => rankOf(a) - rankOf(b) || a.ruleId.localeCompare(b.ruleId))[0]
    },
    calendar: publishedCalendar(new Map(days.map(day => [day.date, day.isWorkday])))
  }
}
