import type { MinutesByGrade } from '#contract/volunteering-shapes'
import { grades, type Grade } from '#contract/volunteering-states'

export interface GradeShare {
  grade: Grade
  minutes: number
  /** Of the longest bar on the board, 0–100. */
  widthPercent: number
}

const PERCENT = 100

export const allMinutes = (byGrade: MinutesByGrade) => grades.reduce((sum, grade) => sum + Math.max(0, byGrade[grade]), 0)

/** The pieces of one organisation's bar; the longest bar of the board is whole, and no piece that is there vanishes. */
export function sharesOf(byGrade: MinutesByGrade, longestMinutes: number): GradeShare[] {
  return grades
    .map(grade => ({
      grade,
      minutes: Math.max(0, byGrade[grade]),
      widthPercent: longestMinutes > 0 ? (Math.max(0, byGrade[grade]) / longestMinutes) * PERCENT : 0
    }))
    .filter(({ minutes }) => minutes > 0)
    .map(share => ({ ...share, widthPercent: Math.max(1, Math.round(share.widthPercent * 10) / 10) }))
}

/** A share as the server gives it (0–1), in whole percent. */
export const percentOf = (share: number) => Math.round(share * PERCENT)

/** The share of typed-in minutes above which an organisation is looked at. Source: the detector `typed-share`. */
export const TYPED_SHARE_MAX_PERCENT = 10

/** 12.5 小时: hours with one digit, as ledgers read. */
export const hoursWords = (minutes: number) => `${(Math.round(minutes / 6) / 10).toLocaleString('en-US')} 小时`
