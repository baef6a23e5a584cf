import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { daysFreeByLaw } from '#server/reports/legal-days-rules'

/** Tells the working days. `date` is a business date in Asia/Shanghai, `YYYY-MM-DD`. */
export interface WorkCalendar {
  isWorkday(date: string): boolean
}

/** `natural` runs through nights and holidays; `working` stands still outside the working hours. */
export type Clock = 'working' | 'natural'

/** Opening and closing on a working day, in Asia/Shanghai: eight hours together. */
export const WORKING_HOURS = [
  ['08:30', '12:00'],
  ['13:30', '18:00']
] as const

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** China has kept UTC+8 without summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 60 * MINUTE_MS
/** No real calendar closes for so long: a table that does is a mistake, and must not hang the server. */
const DAYS_CLOSED_MAX = 400
/** The longest a city may close in one stretch; more would leave whoever reports without a deadline worth the name. */
export const CLOSED_DAYS_MAX = 31

const msOfDay = (clockTime: string) => (Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3))) * MINUTE_MS
const openings = WORKING_HOURS.map(([opens, closes]) => ({ opensMs: msOfDay(opens), closesMs: msOfDay(closes) }))
const dayLengthMs = openings.reduce((sum, { opensMs, closesMs }) => sum + closesMs - opensMs, 0)

// The library's data, not its functions: those shift by a day where the machine's time zone lies west of Greenwich.
const freeDays = new Set(Object.keys(announced.holidays))
const workedWeekends = new Set(Object.keys(announced.workdays))
const announcedYears = new Set([...freeDays].map(date => date.slice(0, 4)))

/**
 * Legal holidays and 调休 as the State Council announces them each autumn, from the library `chinese-days`; in a year it has no
 * announcement of, weekends and the days fixed by law are free. `overrides` (date → is it a workday) is the city's own table and wins.
 */
export function publishedCalendar(overrides: ReadonlyMap<string, boolean>): WorkCalendar {
  const ownDays = new Map(overrides)
  return { isWorkday: date => ownDays.get(date) ?? isPublished(date) }
}

function isPublished(date: string): boolean {
  if (workedWeekends.has(date)) return true
  if (freeDays.has(date) || isFreeByLaw(date)) return false
  const weekday = new Date(date).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** What is announced of a year already says where its legal days lie. */
const isFreeByLaw = (date: string) => !announcedYears.has(date.slice(0, 4)) && daysFreeByLaw(Number(date.slice(0, 4))).has(date)

/** A day that is not as its weekday says, by the announcement or by law, e.g. `{ date: '2026-10-10', isWorkday: true, name: '国庆节' }`. */
export interface NamedDay {
  date: string
  isWorkday: boolean
  name: string
}

/** The announced holidays and 调休 of a year, in order; empty while it is not announced. */
export function announcedDays(year: number): NamedDay[] {
  const named = (days: Record<string, string>, isWorkday: boolean) =>
    Object.entries(days)
      .filter(([date]) => date.startsWith(`${year}-`))
      // The library writes its names as `National Day,国庆节,3`.
      .map(([date, words]) => ({ date, isWorkday, name: words.split(',')[1] ?? '' }))
  return [...named(announced.holidays, false), ...named(announced.workdays, true)].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** One day as it counts, and whether the city's own table says so. */
export interface CalendarDay extends NamedDay {
  isOwn: boolean
  isOverriding: boolean
}

/** The announced days of a year; while it is not announced, those the law fixes. */
function publishedDays(year: number): NamedDay[] {
  if (announcedYears.has(`${year}`)) return announcedDays(year)
  return [...daysFreeByLaw(year)].map(([date, name]) => ({ date, isWorkday: false, name }))
}

/** The published days of a year with the city's own laid over them, in order, each day once. */
export function calendarOfYear(year: number, own: readonly NamedDay[]): CalendarDay[] {
  const days = new Map<string, CalendarDay>()
  for (const day of publishedDays(year)) days.set(day.date, { ...day, isOwn: false, isOverriding: false })
  for (const day of own) days.set(day.date, { ...day, isOwn: true, isOverriding: day.isWorkday !== isPublished(day.date) })
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Whether a date lies in a stretch of more than `CLOSED_DAYS_MAX` days without a working day. */
export function isClosedTooLong(date: string, calendar: WorkCalendar): boolean {
  const start = Date.parse(date)
  if (isOpenOn(start, calendar)) return false
  const closedTowards = (step: number) => {
    let count = 0
    while (count <= CLOSED_DAYS_MAX && !isOpenOn(start + (count + 1) * step, calendar)) count += 1
    return count
  }
  return 1 + closedTowards(DAY_MS) + closedTowards(-DAY_MS) > CLOSED_DAYS_MAX
}

/**
 * The instant at which `minutes` of working time have passed since `start`. Outside working hours the count begins at the
 * next opening; what ends exactly at a closing time ends there; zero minutes end at `start` itself.
 * @throws RangeError for negative minutes, or a calendar that never opens.
 */
export function addWorkingMinutes(start: Date, minutes: number, calendar: WorkCalendar): Date {
  if (!(minutes >= 0)) throw new RangeError('Working time is added forwards only.')
  let leftMs = Math.round(minutes * MINUTE_MS)
  if (leftMs === 0) return start
  const startMs = start.getTime() + SHANGHAI_OFFSET_MS
  let dayMs = startOfDay(startMs)
  leftMs += workedMs(startMs - dayMs, dayMs, calendar)
  let daysClosed = 0
  for (; ; dayMs += DAY_MS) {
    if (!isOpenOn(dayMs, calendar)) {
      if (++daysClosed > DAYS_CLOSED_MAX) throw new RangeError('The work calendar has no workday for more than a year.')
      continue
    }
    daysClosed = 0
    if (leftMs <= dayLengthMs) return new Date(dayMs + timeOfDayAfter(leftMs) - SHANGHAI_OFFSET_MS)
    leftMs -= dayLengthMs
  }
}

/** Working time from `from` to `to` in minutes, with fractions; negative where `to` comes first. */
export function workingMinutesBetween(from: Date, to: Date, calendar: WorkCalendar): number {
  if (to < from) return -workingMinutesBetween(to, from, calendar)
  const fromMs = from.getTime() + SHANGHAI_OFFSET_MS
  const toMs = to.getTime() + SHANGHAI_OFFSET_MS
  const lastDayMs = startOfDay(toMs)
  let dayMs = startOfDay(fromMs)
  let sumMs = -workedMs(fromMs - dayMs, dayMs, calendar)
  for (; dayMs < lastDayMs; dayMs += DAY_MS) if (isOpenOn(dayMs, calendar)) sumMs += dayLengthMs
  return (sumMs + workedMs(toMs - lastDayMs, lastDayMs, calendar)) / MINUTE_MS
}

/** The instant `minutes` after `start` on the given clock; see `addWorkingMinutes`. */
export function addMinutes(start: Date, minutes: number, clock: Clock, calendar: WorkCalendar): Date {
  return clock === 'working' ? addWorkingMinutes(start, minutes, calendar) : new Date(start.getTime() + Math.round(minutes * MINUTE_MS))
}

/** Minutes from `from` to `to` on the given clock, with fractions; negative where `to` comes first. */
export function minutesBetween(from: Date, to: Date, clock: Clock, calendar: WorkCalendar): number {
  return clock === 'working' ? workingMinutesBetween(from, to, calendar) : (to.getTime() - from.getTime()) / MINUTE_MS
}

const startOfDay = (shanghaiMs: number) => Math.floor(shanghaiMs / DAY_MS) * DAY_MS

const isOpenOn = (dayMs: number, calendar: WorkCalendar) => calendar.isWorkday(new Date(dayMs).toISOString().slice(0, 10))

/** Working time of a day that has passed when the day is `timeMs` old. */
function workedMs(timeMs: number, dayMs: number, calendar: WorkCalendar): number {
  if (!isOpenOn(dayMs, calendar)) return 0
  return openings.reduce((sum, { opensMs, closesMs }) => sum + Math.max(0, Math.min(timeMs, closesMs) - opensMs), 0)
}

/** The time of day at which `spentMs` of its working time (more than none, at most all) have passed. */
function timeOfDayAfter(spentMs: number): number {
  let leftMs = spentMs
  for (const { opensMs, closesMs } of openings) {
    if (leftMs <= closesMs - opensMs) return opensMs + leftMs
    leftMs -= closesMs - opensMs
  }
  throw new RangeError('More time than a working day has.')
}
