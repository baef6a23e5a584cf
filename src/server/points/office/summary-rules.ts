import type { PointRule } from '#contract/points-shapes'
import { pointRules } from '#contract/points-shapes'

interface Turnover {
  month: string
  side: string
  rule: string
  amount: number
}

export interface Sums {
  issued: number
  redeemed: number
  expired: number
  adjusted: number
}

/** What left the city's accounts stands there as a negative number, what came back as a positive one. */
export function sumsOf(turnover: readonly Turnover[]): Sums {
  const on = (side: string) => turnover.filter(one => one.side === side).reduce((sum, one) => sum + one.amount, 0)
  return { issued: 0 - on('issuer'), redeemed: on('redeemed'), expired: on('expired'), adjusted: 0 - on('adjustment') }
}

export const byMonth = (turnover: readonly Turnover[]): ({ month: string } & Sums)[] =>
  [...new Set(turnover.map(({ month }) => month))].map(month => ({ month, ...sumsOf(turnover.filter(one => one.month === month)) }))

export const byRule = (
  turnover: readonly Turnover[],
  clipped: readonly { rule: string; clipped: number }[],
  budgetOf: (rule: PointRule) => number | null
) =>
  pointRules.map(rule => {
    const budget = budgetOf(rule)
    return {
      rule,
      issued: sumsOf(turnover.filter(one => one.rule === rule && one.side === 'issuer')).issued,
      clipped: clipped.find(one => one.rule === rule)?.clipped ?? 0,
      ...(budget !== null && { budget })
    }
  })
