import chineseDays from 'chinese-days'

const DAY_MS = 86_400_000
/** The library knows the lunar years up to this one. */
const LUNAR_YEAR_MAX = 2100

const fixedDays = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节']
] as const

/** Lunar month and day. 除夕 is the day before the first of the first month, whether the twelfth has 29 or 30 days. */
const lunarDays: Readonly<Record<string, string>> = { '1-1': '春节', '1-2': '春节', '1-3': '春节', '5-5': '端午节', '8-15': '中秋节' }

/** 清明, a solar term: the day in April by the formula in common use, which holds for the years 2000 to 2099. */
const pureBrightness = (year: number) => {
  const yearOfCentury = year - 2000
  return `${year}-04-0${Math.floor(yearOfCentury * 0.2422 + 4.81) - Math.floor(yearOfCentury / 4)}`
}

// Only the numbers of the lunar day are used: they come from whole days, the same in every time zone of the machine.
function lunarNameOf(date: string, tomorrow: string): string | undefined {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date)
  if (isLeap) return undefined
  const next = chineseDays.getLunarDate(tomorrow)
  return next.lunarMon === 1 && next.lunarDay === 1 && !next.isLeap ? '春节' : lunarDays[`${lunarMon}-${lunarDay}`]
}

function findDays(year: number): ReadonlyMap<string, string> {
  const days = new Map<string, string>(fixedDays.map(([date, name]) => [`${year}-${date}`, name]))
  if (year < 2000 || year >= LUNAR_YEAR_MAX) return days
  days.set(pureBrightness(year), '清明节')
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY_MS) {
    const [date, tomorrow] = [day, day + DAY_MS].map(moment => new Date(moment).toISOString().slice(0, 10)) as [string, string]
    const name = lunarNameOf(date, tomorrow)
    if (name) days.set(date, name)
  }
  return new Map([...days].sort(([one], [other]) => (one < other ? -1 : 1)))
}

const found = new Map<number, ReadonlyMap<string, string>>()

/**
 * The days everybody has off by the 全国年节及纪念日放假办法 as revised in November 2024, without any yearly announcement: 元旦,
 * 春节 (除夕 to 初三), 清明, 劳动节 (1–2 May), 端午, 中秋, 国庆 (1–3 October). Date → name, in order. Days made up for a holiday on a
 * weekend are left to the announcement; for years outside 2000–2099 only the days of the solar calendar are known.
 */
export function daysFreeByLaw(year: number): ReadonlyMap<string, string> {
  const known = found.get(year)
  if (known) return known
  const days = findDays(year)
  // A handful of years is ever asked for; whoever asks for all of them must not fill the memory.
  if (found.size < 200) found.set(year, days)
  return days
}
