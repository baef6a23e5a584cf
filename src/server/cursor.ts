import { isSayable, WHOLE_MAX } from '#contract/shapes'
import { refuseInput } from '#server/refusal'

/** Longer than any key of a list. */
const KEY_LENGTH_MAX = 100
const EARLIEST = Date.parse('0001-01-01T00:00:00Z')
const LATEST = Date.parse('9999-12-31T23:59:59Z')

/** Packs the keys of a page's last row; opaque to whoever carries it back. */
export const writeCursor = (keys: Record<string, string>): string => Buffer.from(JSON.stringify(keys)).toString('base64url')

/** Unpacks a cursor, refusing with `bad-input` what this list did not make. */
export function readCursor<K extends string>(cursor: string, names: readonly K[]): Record<K, string> {
  const fault = () => refuseInput('cursor', 'not a cursor of this list')
  let keys: unknown
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return fault()
  }
  if (typeof keys !== 'object' || keys === null) return fault()
  const found = keys as Record<string, unknown>
  return Object.fromEntries(
    names.map(name => {
      const value = found[name]
      return [name, typeof value === 'string' && value.length <= KEY_LENGTH_MAX && isSayable(value) ? value : fault()]
    })
  ) as Record<K, string>
}

/** A moment out of a cursor. Years of other than four digits are none that a database keeps. */
export function momentOf(text: string): Date {
  const moment = new Date(text)
  const isKept = moment.getTime() >= EARLIEST && moment.getTime() <= LATEST
  return isKept ? moment : refuseInput('cursor', 'not a cursor of this list')
}

/** A whole number out of a cursor, of no more than what a column keeps. */
export const wholeOf = (text: string): number =>
  /^\d{1,10}$/.test(text) && Number(text) <= WHOLE_MAX ? Number(text) : refuseInput('cursor', 'not a cursor of this list')
