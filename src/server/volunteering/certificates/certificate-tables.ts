import { index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** What was signed stands as the canonical text that was signed; the status beside it may change, the text never does. */
export const certificates = pgTable(
  'certificates',
  {
    code: text('code').primaryKey(),
    /** Empty once the person deleted their account: the certificate stays verifiable under its masked name. */
    personId: text('person_id'),
    /** What the holder wants it printed in, and what the digest of it was salted with; both go with the account. */
    trueName: text('true_name'),
    nameSalt: text('name_salt'),
    fromDate: text('from_date').notNull(),
    toDate: text('to_date').notNull(),
    /** Canonical JSON (RFC 8785). */
    statement: text('statement').notNull(),
    keyId: text('key_id').notNull(),
    /** Ed25519 (RFC 8032), base64url. */
    signature: text('signature').notNull(),
    issuedAt: at('issued_at').notNull(),
    supersededBy: text('superseded_by'),
    revokedAt: at('revoked_at'),
    revokedReason: text('revoked_reason')
  },
  table => [
    index('certificates_person').on(table.personId, table.issuedAt.desc()),
    uniqueIndex('certificates_signature').on(table.signature)
  ]
)
