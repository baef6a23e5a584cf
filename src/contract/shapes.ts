import * as v from 'valibot'

/** An id as the server made it; opaque to everybody else. */
export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[\w.:-]+$/))

/** Years the product reckons in: what lies outside is a slip of a hand or an attack, and calendars, lists and loops need not expect it. */
export const YEAR_MIN = 2000
export const YEAR_MAX = 2100

/** Whether year, month and day of a date `YYYY-MM-DD` exist: there is no 30 February and no 31 November. */
function isRealDate(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date)
}

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/

/** Whether a text is a moment of {@link YEAR_MIN} to {@link YEAR_MAX}, on a day that exists, at an offset that exists (±14:00 at most). */
function isRealInstant(text: string): boolean {
  const date = INSTANT.exec(text)?.[1]
  if (date === undefined || !isRealDate(date)) return false
  const year = new Date(text.replace(' ', 'T')).getUTCFullYear()
  return year >= YEAR_MIN && year <= YEAR_MAX
}

/** ISO 8601, e.g. `2026-11-21T08:00:00.000Z`; another offset than UTC's comes in and is told in UTC from there on. */
export const Instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check(isRealInstant, `not a moment between ${YEAR_MIN} and ${YEAR_MAX}`),
  v.transform(text => new Date(text.replace(' ', 'T')).toISOString())
)

const dateFrom = (yearMin: number) =>
  v.pipe(
    v.string(),
    v.maxLength(10),
    v.check(
      date =>
        /^\d{4}-\d\d-\d\d$/.test(date) && isRealDate(date) && Number(date.slice(0, 4)) >= yearMin && Number(date.slice(0, 4)) <= YEAR_MAX,
      `not a date between ${yearMin} and ${YEAR_MAX}`
    )
  )

/** A business date in Asia/Shanghai, `YYYY-MM-DD`. */
export const BusinessDate = dateFrom(YEAR_MIN)

/** The day somebody was born, `YYYY-MM-DD`. */
export const BirthDate = dateFrom(1900)

/** A month in Asia/Shanghai, `YYYY-MM`. */
export const Month = v.pipe(v.string(), v.maxLength(7), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/))

/** The largest whole number a column of the database holds. */
export const WHOLE_MAX = 2_147_483_647

/** A whole number. */
export const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))

/** How many of something. */
export const Count = whole(0, WHOLE_MAX)

/** The version of something that changes, as the caller saw it. */
export const Version = whole(0, WHOLE_MAX)

/** Smaller than anything that is measured here; nearer to zero a database may refuse what JavaScript can say. */
const SMALLEST = 1e-12

/** A number that is measured: finite, and zero where it is next to nothing. */
export const measure = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.minValue(min),
    v.maxValue(max),
    v.transform(number => (Math.abs(number) < SMALLEST ? 0 : number))
  )

/** WGS-84 degrees. WeChat's GCJ-02 is converted in the app's platform folder and never travels. */
export const Point = v.object({
  longitude: measure(-180, 180),
  latitude: measure(-90, 90)
})
export type Point = v.InferOutput<typeof Point>

/** Chosen by the caller, once per intent: the same key and content give the first answer again. */
export const IdempotencyKey = v.pipe(v.string(), v.minLength(8), v.maxLength(80), v.regex(/^[\w.:-]+$/))

/**
 * For a command that makes something new: sent again with the same key and content it makes nothing twice. It belongs to what it made
 * for as long as that lives. Programs from before it was asked for may leave it out.
 */
export const onceKey = { idempotencyKey: v.optional(IdempotencyKey) }

/** Where the next page begins; made by the server, opaque. */
export const Cursor = v.pipe(v.string(), v.maxLength(200), v.regex(/^[\w-]*$/))

/** What a machine made and only a machine reads: a secret, a code of WeChat. Printable ASCII without blanks. */
export const opaque = (maxLength: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(maxLength), v.regex(/^[!-~]*$/))

/** A number of rows a page may hold. */
export const PAGE_SIZE = 20

/**
 * What no text may hold: what XML 1.0 forbids (2.2, Char), so that every text can go into a spreadsheet; all other control characters but
 * tabulators and line breaks; halves of surrogate pairs, which no UTF-8 can say; and noncharacters (Unicode 23.7).
 */
// eslint-disable-next-line no-control-regex -- control characters are exactly what this refuses
const FORBIDDEN = /[\p{Cs}\p{Noncharacter_Code_Point}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u
const UNSAYABLE = 'holds characters that no text may hold'
/** Whether a text may be kept. */
export const isSayable = (text: string) => !FORBIDDEN.test(text)

/**
 * One character that shows by itself: a letter, digit, mark of punctuation or symbol that is not drawn as nothing. Hangul fillers are
 * letters and Braille's blank is a symbol, so the categories of Unicode alone do not say it; marks that combine need something to stand on.
 */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800\u{1d159}])[\p{L}\p{N}\p{P}\p{S}]/u

/** Tabulators and everything that breaks a line, in Unicode's sense. */
const BREAKS = /[\t\n\r\u0085\u2028\u2029]+/g

const onlyVisible = (text: string) => (VISIBLE.test(text) ? text : '')

/** Free text people write: trimmed, no control characters but line breaks. What shows nothing is as if nothing were written. */
export const text = (maxLength: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(maxLength), v.check(isSayable, UNSAYABLE), v.transform(onlyVisible))

/** Text of one line, such as a name or a title: like {@link text}, and a break is a blank. */
export const line = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.transform(text => text.replace(BREAKS, ' ')),
    v.trim(),
    v.maxLength(maxLength),
    v.check(isSayable, UNSAYABLE),
    v.transform(onlyVisible)
  )

/** An empty input. Unknown fields are ignored, so that an older server takes a newer caller. */
export const Nothing = v.object({})

/** A picture as a viewer may see it. The addresses are signed and live about an hour. */
export const Picture = v.object({
  /** At most 1600 px on the long side; for people who may not see originals, a blurred or redacted one. */
  url: v.string(),
  /** At most 320 px on the long side. */
  thumbnailUrl: v.string()
})
export type Picture = v.InferOutput<typeof Picture>
