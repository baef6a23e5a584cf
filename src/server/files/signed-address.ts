import { createHmac, timingSafeEqual } from 'node:crypto'
import { fileVariants } from '#contract/files'
import type { FileVariant } from '#contract/files'

/** What an address lets whoever holds it see, and for whom it was made. */
export interface SignedFile {
  fileId: string
  variant: FileVariant
  /** The person the address was made for; absent where everybody may see the file. */
  viewer?: string
}

export type SigningSecret = string | Uint8Array

/** For half an hour the same viewer gets the same address, so that phones and browsers keep the picture. */
const BUCKET_SECONDS = 30 * 60
const LIFE_SECONDS_MIN = 60 * 60
/** 128 bits (RFC 2104 allows half of SHA-256's length): nobody guesses it within an address's life. */
const SIGNATURE_BYTES = 16

const PATH = /^\/files\/([\w.:-]{1,64})\/([a-z-]+)$/

/** When an address made now ends, in unix seconds. */
export const addressUntil = (now: Date) => Math.ceil((now.getTime() / 1000 + LIFE_SECONDS_MIN) / BUCKET_SECONDS) * BUCKET_SECONDS

/**
 * An address an image tag can use, which sends no headers: `/files/<fileId>/<variant>?until=<unix seconds>&for=<viewer>&sig=…`.
 * It lives 60 to 90 minutes from `now`.
 */
export function signAddress({ fileId, variant, viewer }: SignedFile, secret: SigningSecret, now: Date): string {
  const path = `/files/${fileId}/${variant}`
  if (!PATH.test(path)) throw new RangeError('Not a file id.')
  const until = String(addressUntil(now))
  const query = new URLSearchParams({ until, ...(viewer && { for: viewer }), sig: signatureOf(path, until, viewer, secret) })
  return `${path}?${query.toString()}`
}

/**
 * Reads an address back: path and query exactly as they came in. Undefined where it was changed, is over, or was signed by
 * none of the secrets (the current one and, after a rotation, the one before).
 */
export function checkAddress(address: string, secrets: readonly SigningSecret[], now: Date): SignedFile | undefined {
  const [path = '', query = ''] = splitOnce(address)
  const [, fileId, name] = PATH.exec(path) ?? []
  const variant = fileVariants.find(known => known === name)
  const said = new URLSearchParams(query)
  const [until, signature, viewer] = [said.get('until') ?? '', said.get('sig') ?? '', said.get('for') ?? undefined]
  if (!fileId || !variant || said.size !== (viewer === undefined ? 2 : 3)) return undefined
  const isSigned = secrets.map(secret => isSame(signature, signatureOf(path, until, viewer, secret))).includes(true)
  if (!isSigned || !(now.getTime() / 1000 < Number(until))) return undefined
  return { fileId, variant, ...(viewer !== undefined && { viewer }) }
}

function signatureOf(path: string, until: string, viewer: string | undefined, secret: SigningSecret): string {
  // As JSON the parts cannot flow into each other; the first names the purpose, should the secret ever sign something else.
  const signed = JSON.stringify(['file-address', path, until, viewer ?? null])
  return createHmac('sha256', secret).update(signed).digest().subarray(0, SIGNATURE_BYTES).toString('base64url')
}

/** Compares in constant time, and the text rather than its bytes: base64 has several spellings of the same bytes. */
function isSame(one: string, other: string): boolean {
  const [given, right] = [Buffer.from(one), Buffer.from(other)]
  return given.length === right.length && timingSafeEqual(given, right)
}

function splitOnce(address: string): string[] {
  const mark = address.indexOf('?')
  return mark < 0 ? [address] : [address.slice(0, mark), address.slice(mark + 1)]
}
