import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** How the database was last served; one row. Processes compare themselves with it, and no secret can be read from it. */
export const deployment = pgTable('deployment', {
  /** Always `this`: there is one deployment on a database. */
  name: text('name').primaryKey(),
  /** `demo`, or how a city signs people in. */
  identity: text('identity').notNull(),
  /** The head of a digest keyed by the session secret: equal where the secrets are. */
  secretFingerprint: text('secret_fingerprint').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'date' }).notNull()
})
