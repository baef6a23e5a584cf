export interface CalendarDay {
  date: string
  isWorkday: boolean
  name: string
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DAY_MILLISECONDS = 86_400_000
/** As many as one command takes. */
export const DAYS_MAX = 400

/** A real date: the 31st of April is none. */
const isDate = (text: string) => {
  const at = DATE.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function span(from: string, to: string): string[] {
  const dates: string[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`) && dates.length <= DAYS_MAX; at += DAY_MILLISECONDS)
    dates.push(new Date(at).toISOString().slice(0, 10))
  return dates
}

/** Dates written one a line, or as a stretch (`2027-02-05 到 2027-02-12`), as days to save; or the sentence for the first fault. */
export function daysFrom(text: string, isWorkday: boolean, name: string): { days: CalendarDay[] } | { fault: string } {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  if (lines.length === 0) return { fault: '写上日期，如 2027-02-05。' }
  const dates: string[] = []
  for (const line of lines) {
    const [from = '', to = from] = line.split(/[到至~—]/).map(part => part.trim())
    if (!isDate(from) || !isDate(to)) return { fault: `“${line}”不是日期，写成 2027-02-05 这样。` }
    if (to < from) return { fault: `“${line}”的先后反了。` }
    dates.push(...span(from, to))
  }
  if (dates.length > DAYS_MAX) return { fault: `一次最多 ${DAYS_MAX} 天。` }
  if (name.trim() === '') return { fault: '给这些天起个名字，如：春节。' }
  return { days: [...new Set(dates)].map(date => ({ date, isWorkday, name: name.trim() })) }
}
