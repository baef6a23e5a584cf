/** Days of the city, which stands at UTC+8 all year; written `YYYY-MM-DD`, months `YYYY-MM`. */
const CITY_OFFSET_MILLISECONDS = 8 * 3_600_000
const DAY_MILLISECONDS = 24 * 3_600_000
const DAYS_A_WEEK = 7
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** The instant's date on the city's wall. */
export const cityDay = (at: string | Date): string => new Date(new Date(at).getTime() + CITY_OFFSET_MILLISECONDS).toISOString().slice(0, 10)

export const monthOf = (day: string) => day.slice(0, 7)

const asUtc = (day: string) => new Date(`${day}T00:00:00Z`)
const asDay = (date: Date) => date.toISOString().slice(0, 10)

export const weekdayOf = (day: string): string => weekdays[asUtc(day).getUTCDay()] ?? ''

/** First and last instant of a day of the city. */
export function boundsOf(day: string): { from: string; to: string } {
  const start = asUtc(day).getTime() - CITY_OFFSET_MILLISECONDS
  return { from: new Date(start).toISOString(), to: new Date(start + DAY_MILLISECONDS - 1).toISOString() }
}

/** The month so many months on. */
export function monthFrom(month: string, count: number): string {
  const date = asUtc(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + count)
  return monthOf(asDay(date))
}

/** 2026年11月 */
export const monthWords = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`

/** Weeks from Monday on; `undefined` where a week reaches out of the month. */
export function weeksOf(month: string): (string | undefined)[][] {
  const first = asUtc(`${month}-01`)
  const emptyCount = (first.getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK
  const dayCount = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const cellCount = Math.ceil((emptyCount + dayCount) / DAYS_A_WEEK) * DAYS_A_WEEK
  const cells = Array.from({ length: cellCount }, (_, index) => {
    const day = index - emptyCount + 1
    return day >= 1 && day <= dayCount ? `${month}-${String(day).padStart(2, '0')}` : undefined
  })
  return Array.from({ length: cellCount / DAYS_A_WEEK }, (_, week) => cells.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK))
}

/** 11月22日 周日 */
export const longDayWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${weekdayOf(day)}`

/** Whole years on a day of the city; born on 29 February, one grows older on 1 March of other years (民法总则 practice). */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
