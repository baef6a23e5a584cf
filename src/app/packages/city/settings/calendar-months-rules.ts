/** A day as the calendar of a year lists it. */
export interface ListedDay {
  date: string
  isWorkday: boolean
  name?: string
  isOwn: boolean
  isOverriding: boolean
}

/** Days in a row that say the same, within one month. */
export interface Stretch extends ListedDay {
  /** The last day; the same as `date` where it is one day. */
  until: string
}

const DAY_MILLISECONDS = 86_400_000
const isNextDay = (date: string, next: string) => Date.parse(next) - Date.parse(date) === DAY_MILLISECONDS
const monthOf = (date: string) => Number(date.slice(5, 7))
const dayOf = (date: string) => Number(date.slice(8, 10))

const saysTheSame = (a: ListedDay, b: ListedDay) =>
  a.isWorkday === b.isWorkday && a.name === b.name && a.isOwn === b.isOwn && a.isOverriding === b.isOverriding

/** The days of a year by month, in order; months with none are left out. */
export function monthsOf(days: readonly ListedDay[]): { month: number; stretches: Stretch[] }[] {
  const months = new Map<number, Stretch[]>()
  for (const day of days) {
    const stretches = months.get(monthOf(day.date)) ?? []
    months.set(monthOf(day.date), stretches)
    const last = stretches.at(-1)
    if (last && isNextDay(last.until, day.date) && saysTheSame(last, day)) last.until = day.date
    else stretches.push({ ...day, until: day.date })
  }
  return [...months].map(([month, stretches]) => ({ month, stretches }))
}

/** Every day of a stretch, as dates. */
export const datesOf = ({ date, until }: Pick<Stretch, 'date' | 'until'>): string[] =>
  Array.from({ length: (Date.parse(until) - Date.parse(date)) / DAY_MILLISECONDS + 1 }, (_, day) =>
    new Date(Date.parse(date) + day * DAY_MILLISECONDS).toISOString().slice(0, 10)
  )

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

/** 10 日（周六）, or 1–7 日. */
export const stretchWords = ({ date, until }: Pick<Stretch, 'date' | 'until'>) =>
  date === until ? `${dayOf(date)} 日（周${weekdays[new Date(date).getUTCDay()] ?? ''}）` : `${dayOf(date)}–${dayOf(until)} 日`

/** Whose word a stretch is. */
export const sourceWords = ({ isOwn, isOverriding }: Pick<Stretch, 'isOwn' | 'isOverriding'>) =>
  isOwn ? (isOverriding ? '本地的，和国家的安排不同' : '本地也写了，和国家的安排一样') : '国家公布'
