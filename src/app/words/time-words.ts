import dayjs, { type Dayjs } from 'dayjs'

/** The city's clock stands at UTC+8 all year, whatever the phone is set to. */
const CITY_OFFSET_MINUTES = 8 * 60
const NOW_MINUTES = 1
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES
const AGO_DAYS_MAX = 3

/**
 * An instant as wall time of the city. dayjs's own timezone plug-in needs `Intl`, which mini-programs lack, so the
 * instant is shifted and then read by the phone's clock.
 */
function inCity(at: string | Date): Dayjs {
  const date = new Date(at)
  return dayjs(date.getTime() + (CITY_OFFSET_MINUTES + date.getTimezoneOffset()) * 60_000)
}

const dayDistance = (day: Dayjs, now: Dayjs) => Math.round(day.startOf('day').diff(now.startOf('day'), 'hour') / 24)

/** 今天, 明天, 昨天, 11月23日, and with the year where it is another. */
export function dayWords(at: string | Date, now: Date): string {
  const day = inCity(at)
  const today = inCity(now)
  const known: Record<string, string> = { '-2': '前天', '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' }
  return known[dayDistance(day, today)] ?? day.format(day.isSame(today, 'year') ? 'M月D日' : 'YYYY年M月D日')
}

/** 今天 15:00 */
export const momentWords = (at: string | Date, now: Date) => `${dayWords(at, now)} ${inCity(at).format('HH:mm')}`

/** 今天 15:00 前 */
export const deadlineWords = (at: string | Date, now: Date) => `${momentWords(at, now)} 前`

/** 刚刚, 5 分钟前, 2 小时前, 3 天前, then the date. */
export function agoWords(at: string | Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(at).getTime()) / 60_000)
  if (minutes < NOW_MINUTES) return '刚刚'
  if (minutes < HOUR_MINUTES) return `${minutes} 分钟前`
  if (minutes < DAY_MINUTES) return `${Math.floor(minutes / HOUR_MINUTES)} 小时前`
  const days = Math.floor(minutes / DAY_MINUTES)
  return days <= AGO_DAYS_MAX ? `${days} 天前` : dayWords(at, now)
}

/** How long, in the largest two units: 3 天 4 小时, 2 小时 5 分钟, 8 分钟. */
export function durationWords(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  const days = Math.floor(whole / DAY_MINUTES)
  const hours = Math.floor((whole % DAY_MINUTES) / HOUR_MINUTES)
  const rest = whole % HOUR_MINUTES
  if (days > 0) return hours ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return rest ? `${hours} 小时 ${rest} 分钟` : `${hours} 小时`
  return `${Math.max(1, rest)} 分钟`
}

/** 还有 2 小时 5 分钟, or 已超 1 天. */
export function countdownWords(dueAt: string | Date, now: Date): string {
  const minutes = (new Date(dueAt).getTime() - now.getTime()) / 60_000
  return minutes >= 0 ? `还有 ${durationWords(minutes)}` : `已超 ${durationWords(-minutes)}`
}

/** 25 米, 1.2 公里 */
export function distanceWords(metres: number): string {
  return metres < 1000 ? `${Math.max(1, Math.round(metres))} 米` : `${(metres / 1000).toFixed(1)} 公里`
}

/** 早上好, 中午好, 下午好, 晚上好, 夜深了, by the city's clock. */
export function greetingWords(now: Date): string {
  const hour = inCity(now).hour()
  if (hour < 5 || hour >= 23) return '夜深了'
  if (hour >= 18) return '晚上好'
  if (hour < 11) return '早上好'
  return hour < 13 ? '中午好' : '下午好'
}
