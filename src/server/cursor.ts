import { refuseInput } from '#server/refusal'

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
      return [name, typeof value === 'string' ? value : fault()]
    })
  ) as Record<K, string>
}

/** A moment out of a cursor. */
export function momentOf(text: string): Date {
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? refuseInput('cursor', 'not a cursor of this list') : moment
}
