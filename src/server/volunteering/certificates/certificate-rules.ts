import * as v from 'valibot'
import type { BusinessDate } from '#contract/shapes'
import { CertifiedActivity, MinutesByGrade } from '#contract/volunteering-shapes'
import { certificateStates, type CertificateState } from '#contract/volunteering-states'

/** At most so many certificates are issued to a person on a business day. */
export const CERTIFICATES_PER_DAY_MAX = 10

/** Crockford's base 32: no I, L, O and U, so that a code read aloud or typed from paper stays the same code. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE = /^TC(\d{4})([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})$/

/** Bytes of chance `codeOf` takes: 40 bits, one of 10¹² within each month. */
export const CODE_BYTES = 8

export const Statement = v.object({
  kind: v.literal('volunteer-service-certificate'),
  /** 2 names the activities and may be printed in a true name. */
  version: v.picklist([1, 2]),
  code: v.string(),
  maskedName: v.string(),
  from: v.string(),
  to: v.string(),
  minutes: v.number(),
  byGrade: MinutesByGrade,
  activityCount: v.number(),
  activities: v.optional(v.array(CertifiedActivity)),
  /** Of the true name it is printed in, see `nameDigestOf`; the name itself is not part of what anybody can read. */
  nameDigest: v.optional(v.string()),
  issuer: v.string(),
  issuedOn: v.string(),
  /** Where the city's chain of hour entries stood: a chain rewritten later no longer has this hash at this length. */
  chain: v.object({ length: v.number(), hash: v.string() })
})
/** What is signed. */
export type Statement = v.InferOutput<typeof Statement>

type DateOf = v.InferOutput<typeof BusinessDate>

/** Like `TC-2611-7K3Q-9FXM`: year and month of issue from a business date, then eight letters from `CODE_BYTES` random bytes. */
export function codeOf(issuedOn: DateOf, random: Uint8Array): string {
  // 256 is a multiple of 32, so every letter is equally likely.
  const letters = [...random.slice(0, CODE_BYTES)].map(byte => LETTERS[byte % LETTERS.length] ?? '').join('')
  return `TC-${issuedOn.slice(2, 4)}${issuedOn.slice(5, 7)}-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** A code as people type it (lower case, no dashes, full width, O for 0) in its one spelling; undefined where it is none. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const [, month, first, second] = CODE.exec(plain) ?? []
  return month && first && second ? `TC-${month}-${first}-${second}` : undefined
}

/** A longer list of activities would be a book; what is beyond it is in the sum. */
export const ACTIVITIES_LISTED_MAX = 200

/** Revoked is the last word: a certificate that was superseded and then revoked is revoked. */
export function stateOf(row: { revokedAt: Date | null; supersededBy: string | null }): CertificateState {
  const [valid, superseded, revoked] = certificateStates
  if (row.revokedAt) return revoked
  return row.supersededBy ? superseded : valid
}

/** The text of a statement read back; undefined where it is none any more. */
export function readStatement(text: string): Statement | undefined {
  try {
    const parsed = v.safeParse(Statement, JSON.parse(text))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}
