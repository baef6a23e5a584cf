import { createHash, sign, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { CertificateKeys } from '#server/volunteering/certificates/certificate-keys'
import { readStatement, type Statement } from '#server/volunteering/certificates/certificate-rules'

export interface SignedStatement {
  /** Canonical JSON (RFC 8785): the same content has one spelling only. */
  statement: string
  keyId: string
  /** Ed25519 (RFC 8032), base64url. */
  signature: string
}

/** Binds the true name to what is signed. The salt stays beside the name, so that nobody finds a name by trying them all. */
export const nameDigestOf = (trueName: string, salt: string) => createHash('sha256').update(`${salt}|${trueName}`).digest('base64url')

export function signStatement(statement: Statement, { signing }: CertificateKeys): SignedStatement {
  const text = canonicalize(statement)
  if (text === undefined) throw new Error('a statement has no canonical form')
  return { statement: text, keyId: signing.keyId, signature: sign(null, Buffer.from(text), signing.privateKey).toString('base64url') }
}

/** What was signed, where statement, signature and key match to the last byte; `undefined` otherwise. */
export function openStatement({ statement, keyId, signature }: SignedStatement, keys: CertificateKeys): Statement | undefined {
  const key = keys.publicKeyOf(keyId)
  const bytes = Buffer.from(signature, 'base64url')
  // base64url has several spellings of the same bytes; only the one that was issued counts.
  if (!key || bytes.toString('base64url') !== signature || !verify(null, Buffer.from(statement), key, bytes)) return undefined
  return readStatement(statement)
}
