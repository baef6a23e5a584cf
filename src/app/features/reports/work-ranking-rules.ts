import type { UnitRanking } from '#contract/report-shapes'

/** A share as people read it; absent where it rests on too few cases. */
export const shareWords = (share: number | undefined) => (share === undefined ? '—' : `${Math.round(share * 1000) / 10}%`)
export const hoursWords = (hours: number | undefined) => (hours === undefined ? '—' : `${Math.round(hours * 10) / 10} 小时`)

/** Least rework first, then fewest upheld objections, then least lateness; units with too few cases stand at the end, unranked. */
export function ranked(units: readonly UnitRanking[]): (UnitRanking & { rank?: number })[] {
  const isCounted = (unit: UnitRanking) => unit.reworkRate !== undefined
  const counted = units
    .filter(isCounted)
    .sort(
      (a, b) =>
        (a.reworkRate ?? 0) - (b.reworkRate ?? 0) ||
        (a.upheldObjectionRate ?? 0) - (b.upheldObjectionRate ?? 0) ||
        (a.overdueHoursPerReport ?? 0) - (b.overdueHoursPerReport ?? 0)
    )
  const rest = units.filter(unit => !isCounted(unit)).sort((a, b) => b.handledCount - a.handledCount)
  return [...counted.map((unit, index) => ({ ...unit, rank: index + 1 })), ...rest]
}

export const rankingPeriods = ['month', 'last-month', 'quarter'] as const
export type RankingPeriod = (typeof rankingPeriods)[number]

const CITY_OFFSET_MILLISECONDS = 8 * 3_600_000
const DAY_MILLISECONDS = 86_400_000
const QUARTER_DAYS = 90

const written = (date: Date) => date.toISOString().slice(0, 10)

/** Business dates of a period, both inclusive, in Asia/Shanghai. */
export function datesOf(period: RankingPeriod, now: Date): { from: string; to: string } {
  const today = new Date(now.getTime() + CITY_OFFSET_MILLISECONDS)
  const monthStart = (monthsBack: number) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - monthsBack, 1))
  if (period === 'month') return { from: written(monthStart(0)), to: written(today) }
  if (period === 'last-month') return { from: written(monthStart(1)), to: written(new Date(monthStart(0).getTime() - DAY_MILLISECONDS)) }
  return { from: written(new Date(today.getTime() - (QUARTER_DAYS - 1) * DAY_MILLISECONDS)), to: written(today) }
}
