import type { UnitRanking } from '#contract/report-shapes'

/** Rates on fewer reports than this say nothing and are left out. */
export const RANKING_COUNT_MIN = 10

/** Published with every ranking, so that a unit can check its own row. */
export const RANKING_FORMULA =
  '返工率 = 返工过的件数 ÷ 办结件数；异议成立率 = 异议成立的件数 ÷ 办结件数；件均超时 = 处置超时小时数之和 ÷ 办结件数；复发率 = 28 天内同处再发的件数 ÷ 已过观察期的件数；自查率 = 工作人员自己发现的件数 ÷ 办结件数。办结不足 10 件不列比率。'

export interface ClosedReport {
  unitId: string | null
  reworkCount: number
  upheldCount: number
  overdueMinutes: number
  recurrence: 'stayed-solved' | 'came-back' | null
  isSelfFound: boolean
}

const share = <T>(rows: readonly T[], holds: (row: T) => boolean) => rows.filter(holds).length / rows.length

/** Closing rates are above 99 % everywhere and tell nobody apart; these do (reports.md, "Ranking that means something"). Rates 0–1. */
export function rankUnit(unit: { unitId: string; name: string }, closed: readonly ClosedReport[]): UnitRanking {
  const own = closed.filter(report => report.unitId === unit.unitId)
  if (own.length < RANKING_COUNT_MIN) return { ...unit, handledCount: own.length }
  const watched = own.filter(report => report.recurrence !== null)
  return {
    ...unit,
    handledCount: own.length,
    reworkRate: share(own, report => report.reworkCount > 0),
    upheldObjectionRate: share(own, report => report.upheldCount > 0),
    overdueHoursPerReport: own.reduce((sum, report) => sum + report.overdueMinutes, 0) / 60 / own.length,
    selfFoundShare: share(own, report => report.isSelfFound),
    ...(watched.length >= RANKING_COUNT_MIN && { recurrenceRate: share(watched, report => report.recurrence === 'came-back') })
  }
}
