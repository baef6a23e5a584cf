import type { MinutesByGrade } from '#contract/volunteering-shapes'
import { grades, STAR_HOURS, type Grade } from '#contract/volunteering-states'

const HOUR_MINUTES = 60

/** 2 小时, 2 小时 30 分, 45 分, 0 分; −30 分 where an entry took minutes back. */
export function minutesWords(minutes: number): string {
  const sign = minutes < 0 ? '−' : ''
  const whole = Math.abs(minutes)
  const [hours, rest] = [Math.floor(whole / HOUR_MINUTES), whole % HOUR_MINUTES]
  if (hours === 0) return `${sign}${rest} 分`
  return `${sign}${hours} 小时${rest ? ` ${rest} 分` : ''}`
}

/** What is entered and does not count yet: what only time is wanting for, and what somebody has to look at first. */
export function waitingSentences({ onNotice, frozen }: { onNotice: number; frozen: number }): string[] {
  return [
    ...(onNotice > frozen ? [`另有 ${minutesWords(onNotice - frozen)}正在公示，期满就算`] : []),
    ...(frozen > 0 ? [`另有 ${minutesWords(frozen)}暂停，核清后再算`] : [])
  ]
}

export const sumOf = (byGrade: MinutesByGrade) => grades.reduce((sum, grade) => sum + byGrade[grade], 0)

/** Grades that have minutes, strongest first, with their share of the largest bar. */
export function barsOf(byGrade: MinutesByGrade, longest: number): { grade: Grade; minutes: number; percent: number }[] {
  return grades
    .filter(grade => byGrade[grade] > 0)
    .map(grade => ({ grade, minutes: byGrade[grade], percent: longest > 0 ? (byGrade[grade] / longest) * 100 : 0 }))
}

/** How far to the next star, as percent of its hours; 100 with all five. */
export function starProgress(stars: number, minutesToNext: number | undefined): { percent: number; hours?: number } {
  const hours = STAR_HOURS[stars]
  if (hours === undefined || minutesToNext === undefined) return { percent: 100 }
  return { percent: Math.max(0, Math.min(100, 100 - (minutesToNext / (hours * HOUR_MINUTES)) * 100)), hours }
}

export interface Period {
  word: string
  from: string
  to: string
}

/** Periods a certificate is usually asked for; `firstDay` is when the first minutes were served. Days of the city, none past today. */
export function usualPeriods(today: string, firstDay: string): Period[] {
  const year = Number(today.slice(0, 4))
  return [
    { word: '今年', from: `${year}-01-01`, to: today },
    { word: '去年', from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    { word: '全部', from: firstDay, to: today }
  ]
}
