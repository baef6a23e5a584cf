import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Role } from '#contract/people'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A person keeps their row after deletion, emptied: cases and ledger lines still need somebody to point at. */
export const people = pgTable(
  'people',
  {
    personId: text('person_id').primaryKey(),
    displayName: text('display_name').notNull(),
    /** WeChat's id of this person in this mini-program; never logged, never sent out. */
    openid: text('openid'),
    /** `<persona>` or `<persona>:<handle>`, in demo deployments. */
    demoName: text('demo_name'),
    consentedPolicy: text('consented_policy'),
    createdAt: at('created_at').notNull(),
    deletedAt: at('deleted_at'),
    /** Sessions of an earlier generation have ended, all at once. */
    sessionGeneration: integer('session_generation').notNull().default(0),
    /** Counts every change of what processes remember of a person: name, consent, grants, sessions. */
    rememberedVersion: integer('remembered_version').notNull().default(0)
  },
  table => [uniqueIndex('people_openid').on(table.openid), uniqueIndex('people_demo_name').on(table.demoName)]
)

/**
 * A role for an area, a unit, or both. Revoked, never removed: who could do what when must stay answerable. The same grant is in
 * force once, however often it was given.
 */
export const grants = pgTable(
  'grants',
  {
    grantId: text('grant_id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
    role: text('role').$type<Role>().notNull(),
    areaId: text('area_id'),
    unitId: text('unit_id'),
    grantedBy: text('granted_by'),
    grantedAt: at('granted_at').notNull(),
    revokedAt: at('revoked_at')
  },
  table => [
    index('grants_person').on(table.personId),
    uniqueIndex('grants_in_force')
      .on(table.personId, table.role, sql`coalesce(${table.areaId}, '')`, sql`coalesce(${table.unitId}, '')`)
      .where(sql`${table.revokedAt} is null`)
  ]
)

/** Sessions that were ended one by one, until their token would have ended anyway. */
export const endedSessions = pgTable(
  'ended_sessions',
  {
    sessionId: text('session_id').primaryKey(),
    personId: text('person_id').notNull(),
    endsAt: at('ends_at').notNull()
  },
  table => [index('ended_sessions_person').on(table.personId), index('ended_sessions_end').on(table.endsAt)]
)

/** A role for whoever brings the code first, once. Only a digest is kept: who reads the table cannot use it. */
export const invitations = pgTable('invitations', {
  codeDigest: text('code_digest').primaryKey(),
  role: text('role').$type<Role>().notNull(),
  areaId: text('area_id').notNull(),
  createdAt: at('created_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  redeemedBy: text('redeemed_by'),
  redeemedAt: at('redeemed_at')
})

/** Every consent given, by policy version. */
export const consents = pgTable(
  'consents',
  {
    personId: text('person_id').notNull(),
    policyVersion: text('policy_version').notNull(),
    givenAt: at('given_at').notNull()
  },
  table => [primaryKey({ columns: [table.personId, table.policyVersion] })]
)

/** Desktop sign-ins waiting for a phone to say yes. `secretDigest` keeps a reader of the table from claiming one. */
export const desktopSignIns = pgTable(
  'desktop_sign_ins',
  {
    ticket: text('ticket').primaryKey(),
    secretDigest: text('secret_digest').notNull(),
    shortCode: text('short_code').notNull(),
    expiresAt: at('expires_at').notNull(),
    personId: text('person_id'),
    claimedAt: at('claimed_at')
  },
  table => [uniqueIndex('desktop_sign_ins_code').on(table.shortCode)]
)

/** What a command answered the first time, by who asked, what, and the key they chose. It lives as long as the account: so does what was made. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    personId: text('person_id').notNull(),
    operation: text('operation').notNull(),
    key: text('key').notNull(),
    digest: text('digest').notNull(),
    answer: text('answer'),
    createdAt: at('created_at').notNull()
  },
  table => [primaryKey({ columns: [table.personId, table.operation, table.key] }), index('idempotency_keys_age').on(table.createdAt)]
)
