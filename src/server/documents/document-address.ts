import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Sessions } from '#server/people/sessions'

export const DOCUMENT_KEYS = 'document-address'

/** Rights are checked when an address is made, so it is good for one download soon after. */
const LIFE_SECONDS = 600
/** 128 bits, as for pictures: nobody guesses it within an address's life. */
const SIGNATURE_BYTES = 16
const ROOT = '/documents/'

export interface DocumentAddresses {
  /** A signed address of `/documents/<name>` for one viewer, good for ten minutes. `facts` travel in it, signed as well. */
  addressOf(name: string, seen: { viewerId: string; now: Date; facts?: Readonly<Record<string, string>> }): string
  /** The public page of a certificate. */
  verifyUrlOf(code: string): string
}

/** Addresses begin with the deployment's public address where it has one, for phones; else with `/`, for browsers on the same origin. */
export function signDocuments(sessions: Sessions, publicUrl = ''): DocumentAddresses {
  const base = publicUrl.replace(/\/$/, '')
  return {
    addressOf(name, { viewerId, now, facts = {} }) {
      const path = ROOT + name
      const until = Math.floor(now.getTime() / 1000) + LIFE_SECONDS
      const said = Object.entries({ ...facts, until: String(until), for: viewerId })
      const [key = ''] = sessions.keysFor(DOCUMENT_KEYS)
      return `${base}${path}?${new URLSearchParams([...said, ['sig', signatureOf(path, said, key)]]).toString()}`
    },
    verifyUrlOf: code => `${base}/verify/${code}`
  }
}

export interface SignedDocument {
  /** What follows `/documents/`. */
  name: string
  viewerId: string
  facts: Readonly<Record<string, string>>
}

/** Reads an address back, path and query exactly as they came in; undefined where it was changed, is over, or was signed by none of the keys. */
export function checkDocumentAddress(address: string, keys: readonly string[], now: Date): SignedDocument | undefined {
  const mark = address.indexOf('?')
  const path = mark < 0 ? address : address.slice(0, mark)
  const said = [...new URLSearchParams(mark < 0 ? '' : address.slice(mark))]
  const [label, signature = ''] = said.pop() ?? []
  if (label !== 'sig' || !path.startsWith(ROOT)) return undefined
  if (!keys.map(key => isSame(signature, signatureOf(path, said, key))).includes(true)) return undefined
  const { until, for: viewerId, ...facts } = Object.fromEntries(said)
  if (!viewerId || !(now.getTime() / 1000 < Number(until))) return undefined
  return { name: path.slice(ROOT.length), viewerId, facts }
}

function signatureOf(path: string, said: readonly (readonly [string, string])[], key: string): string {
  // As JSON the parts cannot flow into each other.
  return createHmac('sha256', key)
    .update(JSON.stringify([path, said]))
    .digest()
    .subarray(0, SIGNATURE_BYTES)
    .toString('base64url')
}

/** In constant time, and the text rather than its bytes: base64 has several spellings of the same bytes. */
function isSame(one: string, other: string): boolean {
  const [given, right] = [Buffer.from(one), Buffer.from(other)]
  return given.length === right.length && timingSafeEqual(given, right)
}
