import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Heard } from '#server/database/announcements'

type Everything = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** What reads. It has no insert, update, delete or raw execute, so a query cannot write by mistake. */
export type Reading = Pick<Everything, 'select' | 'selectDistinct' | 'selectDistinctOn' | '$with' | 'with' | '$count'>

declare const insideTransaction: unique symbol

/** What writes. It exists only inside a transaction: "wrote outside the transaction" does not compile. */
export type Writing = Everything & { readonly [insideTransaction]: true }

export interface Listening {
  /** Whether what other processes announce arrives now; while it does not, nothing may be remembered. */
  isLive(): boolean
  stop(): void
}

/** One PostgreSQL, embedded or served; everything above asks only this. */
export interface Database {
  readonly kind: 'pglite' | 'postgres'
  readonly reading: Reading
  /** Commits when `work` resolves, rolls back when it throws; retried where PostgreSQL says another attempt may go through. */
  write<T>(work: (writing: Writing) => Promise<T>): Promise<T>
  /** Brings the schema up to date; safe when several processes start at once. */
  migrate(migrationsFolder: string): Promise<void>
  /** Resolves when the database answers; asked apart from what transactions wait for. */
  ping(): Promise<void>
  /**
   * Hears what transactions announce, those of other processes included: before `write` resolves where they are of this process,
   * within milliseconds where they are not.
   */
  listen(heard: Heard): Listening
  close(): Promise<void>
}

/** serialization_failure and deadlock_detected: PostgreSQL asks for another attempt. */
const WORTH_RETRYING = new Set(['40001', '40P01'])
const ATTEMPTS_MAX = 4

/** The SQLSTATE a fault of the database carries, however deep it was wrapped. */
export function sqlStateOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined
  if ('code' in fault && typeof fault.code === 'string') return fault.code
  return 'cause' in fault ? sqlStateOf(fault.cause) : undefined
}

/** Runs a transaction again where the database itself asks for it. */
export async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1)
    try {
      return await attempt()
    } catch (fault) {
      if (tried >= ATTEMPTS_MAX || !WORTH_RETRYING.has(sqlStateOf(fault) ?? '')) throw fault
    }
}
