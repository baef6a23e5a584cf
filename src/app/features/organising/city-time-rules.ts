/** The city's clock stands at UTC+8 all year. */
const CITY_OFFSET_MILLISECONDS = 8 * 3_600_000
const DAY_MILLISECONDS = 86_400_000

const wallOf = (at: string | Date) => new Date(new Date(at).getTime() + CITY_OFFSET_MILLISECONDS).toISOString()

/** `YYYY-MM-DD` in the city. */
export const dateOf = (at: string | Date) => wallOf(at).slice(0, 10)

/** `HH:mm` in the city. */
export const timeOf = (at: string | Date) => wallOf(at).slice(11, 16)

/** The instant (ISO, UTC) of a day and time of the city; undefined where one of them is not written out. */
export function instantOf(on: string, time: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || !/^\d{2}:\d{2}$/.test(time)) return undefined
  const at = Date.parse(`${on}T${time}:00.000Z`) - CITY_OFFSET_MILLISECONDS
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

/** The day so many days later. */
export const daysLater = (on: string, days: number) =>
  new Date(Date.parse(`${on}T00:00:00.000Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (on: string) => new Date(`${on}T00:00:00.000Z`).getUTCDay() || 7

export const weekdayWords = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 11月23日 周一 09:00–11:00; the day of the end is said where it is another. */
export function spanWords(startsAt: string, endsAt: string): string {
  const on = dateOf(startsAt)
  const day = `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日 ${weekdayWords[weekdayOf(on) - 1] ?? ''}`
  const next = dateOf(endsAt) === on ? '' : '次日 '
  return `${day} ${timeOf(startsAt)}–${next}${timeOf(endsAt)}`
}
