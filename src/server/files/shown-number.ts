import standardFormats from 'exceljs/lib/xlsx/defaultnumformats.js'
import { format } from 'numfmt'

/** What a Chinese desk shows where the standard leaves the form of a date to the place (ECMA-376, 18.8.30: ids 14 and 22). */
const ofPlace: Readonly<Record<string, string>> = { 'mm-dd-yy': 'yyyy/m/d', 'm/d/yy "h":mm': 'yyyy/m/d h:mm' }

/** The reader of workbooks lists the Chinese forms of dates (ids 27 to 36 and 50 to 58: 12月2日, 9时30分) and does not use them. */
export function knowChineseFormats(): void {
  for (const known of Object.values(standardFormats)) known.f ??= known['zh-cn']
}

/** Spreadsheets count days, 1970-01-01 being this one. */
const FIRST_DAY = 25_569
const DAY_MS = 86_400_000
const serialOf = (moment: Date) => moment.getTime() / DAY_MS + FIRST_DAY

/** A number, a moment or a truth as a cell shows it; undefined where the form it has is not understood. */
export function shownNumber(value: number | boolean | Date, numberFormat = 'General'): string | undefined {
  if (typeof value === 'boolean') return String(value).toUpperCase()
  const form = (ofPlace[numberFormat] ?? numberFormat).replaceAll('上午/下午', 'AM/PM')
  try {
    return format(form, value instanceof Date ? serialOf(value) : value, { locale: 'zh-CN' }).trim()
  } catch {
    return undefined
  }
}
