import * as v from 'valibot'

/** An id as the server made it; opaque to everybody else. */
export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[\w.:-]+$/))

/** ISO 8601 in UTC, e.g. `2026-11-21T08:00:00.000Z`. */
export const Instant = v.pipe(v.string(), v.isoTimestamp())

/** A business date in Asia/Shanghai, `YYYY-MM-DD`. */
export const BusinessDate = v.pipe(v.string(), v.isoDate())

/** WGS-84 degrees. WeChat's GCJ-02 is converted in the app's platform folder and never travels. */
export const Point = v.object({
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90))
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
export const Cursor = v.pipe(v.string(), v.maxLength(200))

/** A number of rows a page may hold. */
export const PAGE_SIZE = 20

/** Free text people write: trimmed, no control characters but line breaks. */
export const text = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(maxLength),
    // eslint-disable-next-line no-control-regex -- control characters are exactly what this refuses
    v.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)
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
