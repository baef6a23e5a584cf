const DAY_MILLISECONDS = 24 * 3_600_000
const SHANGHAI_OFFSET_MILLISECONDS = 8 * 3_600_000

/**
 * The date in Asia/Shanghai, `YYYY-MM-DD`. China has kept UTC+8 without summer time since 1991.
 * @throws RangeError before the year 0 and after 9999: such a date has another length, and compares wrongly as text.
 */
export function businessDateOf(moment: Date): string {
  const text = new Date(moment.getTime() + SHANGHAI_OFFSET_MILLISECONDS).toISOString()
  if (!/^\d/.test(text)) throw new RangeError('A business date lies between the years 0 and 9999.')
  return text.slice(0, 10)
}

/** Midnight in Asia/Shanghai at the beginning of a business date. */
export const startOfBusinessDate = (date: string) => new Date(`${date}T00:00:00+08:00`)

/** Whether a date is a day of the calendar within the years the work calendar is kept for; a month has no 31st everywhere. */
export const isCalendarDay = (date: string): boolean => {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().slice(0, 10) === date && date >= '2000-01-01' && date <= '2100-12-31'
}

/** What is wrong with the day something retires: from today on, and within two years, for later ones are slips of the pen. */
export function faultOfRetirement(on: string, today: string): string | undefined {
  if (!isCalendarDay(on)) return 'no day of the calendar'
  if (on < today) return 'today at the earliest'
  return on > `${Number(today.slice(0, 4)) + 2}${today.slice(4)}` ? 'within two years' : undefined
}

/** The business date so many days after another, or before it where `days` is negative. */
export const daysAfter = (date: string, days: number) =>
  businessDateOf(new Date(startOfBusinessDate(date).getTime() + days * DAY_MILLISECONDS))

/** How many days lie between two business dates; negative where `to` comes first. */
export const daysBetween = (from: string, to: string) =>
  Math.round((startOfBusinessDate(to).getTime() - startOfBusinessDate(from).getTime()) / DAY_MILLISECONDS)
