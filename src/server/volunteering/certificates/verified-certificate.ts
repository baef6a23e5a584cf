import type { InferOutput } from 'valibot'
import type { Certificate } from '#contract/volunteering-shapes'
import { businessDateOf } from '#server/business-date'
import type { Reading } from '#server/database/database'
import type { CertificateKeys } from '#server/volunteering/certificates/certificate-keys'
import { readCode, readStatement, stateOf, type Statement } from '#server/volunteering/certificates/certificate-rules'
import { nameDigestOf, openStatement } from '#server/volunteering/certificates/certificate-signing'
import { findCertificate, type CertificateRow } from '#server/volunteering/certificates/certificate-store'

export interface VerifiedCertificate {
  certificate: Certificate
  /** Whether statement, signature and key match, and say what the row says. */
  isAuthentic: boolean
  row: CertificateRow
}

const noMinutes = { A: 0, B: 0, C: 0, D: 0 }

/** A row as certificates are shown; where its statement cannot be read any more, what is left of it. */
export function certificateOf(row: CertificateRow, statement: Statement | undefined): InferOutput<typeof Certificate> {
  return {
    code: row.code,
    state: stateOf(row),
    maskedName: statement?.maskedName ?? '',
    from: row.fromDate,
    to: row.toDate,
    minutes: statement?.minutes ?? 0,
    byGrade: statement?.byGrade ?? noMinutes,
    activityCount: statement?.activityCount ?? 0,
    activities: statement?.activities,
    issuer: statement?.issuer ?? '',
    issuedOn: statement?.issuedOn ?? businessDateOf(row.issuedAt),
    supersededBy: row.supersededBy ?? undefined,
    revokedReason: row.revokedReason ?? undefined
  }
}

const isSame = (row: CertificateRow, statement: Statement) =>
  statement.code === row.code && statement.from === row.fromDate && statement.to === row.toDate

/** The name a certificate is printed in: the true one where it is the one that was signed, otherwise the masked one. */
export function printedNameOf({ certificate, row }: VerifiedCertificate): string {
  const signed = readStatement(row.statement)?.nameDigest
  const { trueName, nameSalt } = row
  return trueName && nameSalt && signed === nameDigestOf(trueName, nameSalt) ? trueName : certificate.maskedName
}

/** What stands behind a code as typed; `undefined` where nothing does. */
export async function verifiedCertificate(
  reading: Reading,
  keys: CertificateKeys,
  typed: string
): Promise<VerifiedCertificate | undefined> {
  const code = readCode(typed)
  const row = code === undefined ? undefined : await findCertificate(reading, code)
  if (!row) return undefined
  const signed = openStatement(row, keys)
  return {
    certificate: certificateOf(row, signed ?? readStatement(row.statement)),
    isAuthentic: signed !== undefined && isSame(row, signed),
    row
  }
}
