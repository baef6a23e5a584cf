import { and, desc, eq, gte, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { certificates } from '#server/volunteering/certificates/certificate-tables'

export type CertificateRow = typeof certificates.$inferSelect

/** Everything that certifies one person's hours waits its turn. */
export const lockCertificates = (writing: Writing, personId: string) =>
  writing.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`volunteer:${personId}`}, 0))`)

export async function findCertificate(reading: Reading, code: string): Promise<CertificateRow | undefined> {
  const [row] = await reading.select().from(certificates).where(eq(certificates.code, code))
  return row
}

/** Newest first. */
export const listCertificatesOf = (reading: Reading, personId: string): Promise<CertificateRow[]> =>
  reading
    .select()
    .from(certificates)
    .where(eq(certificates.personId, personId))
    .orderBy(desc(certificates.issuedAt), desc(certificates.code))

export async function countIssuedSince(reading: Reading, personId: string, since: Date): Promise<number> {
  return reading.$count(certificates, and(eq(certificates.personId, personId), gte(certificates.issuedAt, since)))
}

/** False where the code is taken. */
export async function insertCertificate(writing: Writing, row: typeof certificates.$inferInsert): Promise<boolean> {
  const inserted = await writing
    .insert(certificates)
    .values(row)
    .onConflictDoNothing({ target: certificates.code })
    .returning({ code: certificates.code })
  return inserted.length > 0
}

/** Earlier valid certificates of the same person and period give way to this one. */
export const supersedeEarlier = (
  writing: Writing,
  { code, personId, from, to }: { code: string; personId: string; from: string; to: string }
) =>
  writing
    .update(certificates)
    .set({ supersededBy: code })
    .where(
      and(
        eq(certificates.personId, personId),
        eq(certificates.fromDate, from),
        eq(certificates.toDate, to),
        isNull(certificates.supersededBy),
        isNull(certificates.revokedAt),
        ne(certificates.code, code)
      )
    )

/** Hours of a day turned out wrong: what was certified of that day is no longer true. */
export const revokeCovering = (
  writing: Writing,
  { personId, businessDate, reason, now }: { personId: string; businessDate: string; reason: string; now: Date }
) =>
  writing
    .update(certificates)
    .set({ revokedAt: now, revokedReason: reason })
    .where(
      and(
        eq(certificates.personId, personId),
        lte(certificates.fromDate, businessDate),
        gte(certificates.toDate, businessDate),
        isNull(certificates.supersededBy),
        isNull(certificates.revokedAt)
      )
    )

/** False where it was revoked before. */
export async function revokeCertificateRow(writing: Writing, code: string, reason: string, now: Date): Promise<boolean> {
  const revoked = await writing
    .update(certificates)
    .set({ revokedAt: now, revokedReason: reason })
    .where(and(eq(certificates.code, code), isNull(certificates.revokedAt)))
    .returning({ code: certificates.code })
  return revoked.length > 0
}

/** A certificate somebody holds in paper stays verifiable under its masked name; nothing leads from it to the person any more. */
export const letGoOfCertificates = (writing: Writing, personId: string) =>
  writing.update(certificates).set({ personId: null, trueName: null, nameSalt: null }).where(eq(certificates.personId, personId))

export async function exportCertificatesOf(reading: Reading, personId: string) {
  const rows = await listCertificatesOf(reading, personId)
  return rows.map(row => ({
    code: row.code,
    from: row.fromDate,
    to: row.toDate,
    issuedAt: row.issuedAt.toISOString(),
    ...(row.trueName && { trueName: row.trueName }),
    statement: row.statement,
    signature: row.signature,
    keyId: row.keyId,
    ...(row.supersededBy && { supersededBy: row.supersededBy }),
    ...(row.revokedAt && { revokedAt: row.revokedAt.toISOString(), revokedReason: row.revokedReason })
  }))
}
