export interface MonthSums {
  month: string
  issued: number
  redeemed: number
  expired: number
}

/** Room is left beside the longest bar for its number. */
const LONGEST_PERCENT = 78

/** Months with the lengths of their two bars, all on one scale. A month that took back more than it gave has no bar. */
export function barsOf(months: readonly MonthSums[]) {
  const all = months.map(({ month, issued, redeemed, expired }) => ({ month, issued, spent: redeemed + expired }))
  const longest = Math.max(1, ...all.flatMap(({ issued, spent }) => [issued, spent]))
  const percentOf = (number: number) => Math.max(0, (number / longest) * LONGEST_PERCENT)
  return all.map(one => ({ ...one, issuedPercent: percentOf(one.issued), spentPercent: percentOf(one.spent) }))
}
