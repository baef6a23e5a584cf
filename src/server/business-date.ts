const SHANGHAI_OFFSET_MILLISECONDS = 8 * 3_600_000

/** The date in Asia/Shanghai, `YYYY-MM-DD`. China has kept UTC+8 without summer time since 1991. */
export const businessDateOf = (moment: Date) => new Date(moment.getTime() + SHANGHAI_OFFSET_MILLISECONDS).toISOString().slice(0, 10)

/** Midnight in Asia/Shanghai at the beginning of a business date. */
export const startOfBusinessDate = (date: string) => new Date(`${date}T00:00:00+08:00`)

/** What is wrong with the day something retires: from today on, and within two years, for later ones are slips of the pen. */
export function faultOfRetirement(on: string, today: string): string | undefined {
  if (on < today) return 'today at the earliest'
  return on > `${Number(today.slice(0, 4)) + 2}${today.slice(4)}` ? 'within two years' : undefined
}
