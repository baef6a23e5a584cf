import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import { hear, tellingAfter, type Heard } from '#server/database/announcements'
import { openReadingLanes } from '#server/database/reading-lanes'
import { migrateSchema } from '#server/database/schema-migrations'
import { type Database, type Writing, withRetries } from '#server/database/database'
import { openSpareConnection } from '#server/database/spare-connection'

/** Any number will do, as long as every process of the product takes the same one. */
const MIGRATION_LOCK = 7_301_146

/** Of the connections a process may hold, so many carry reads; the others are lent to transactions. */
const LANES_SHARE = 0.4

/**
 * Opens a PostgreSQL server (14 or newer). One city is one schema: put `options=-c search_path=…` into the address.
 * Without `isListening` no connection is kept for announcements, and nothing of people is remembered between calls.
 */
export function openServedDatabase(
  url: string,
  poolSize: number,
  onIdleFault: (fault: Error) => void,
  { isListening = true } = {}
): Database {
  const lanes = openReadingLanes(url, Math.max(1, Math.floor(poolSize * LANES_SHARE)), onIdleFault)
  const pool = new Pool({
    connectionString: url,
    max: Math.max(1, Math.ceil(poolSize * (1 - LANES_SHARE))),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000
  })
  // A connection dropped while idle (restart, failover) must not end the process; the pool opens another.
  pool.on('error', onIdleFault)
  const database = drizzle(pool)
  const spare = openSpareConnection(url, onIdleFault)
  const listeners = new Set<Heard>()
  return {
    kind: 'postgres',
    reading: drizzle(lanes as unknown as Pool),
    write: work =>
      withRetries(() => tellingAfter(keep => database.transaction(transaction => work(keep(transaction as unknown as Writing))))),
    async migrate(migrationsFolder) {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
        await migrateSchema(client, migrationsFolder)
      } finally {
        await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
        client.release()
      }
    },
    ping: () => spare.ping(),
    listen(heard) {
      if (!isListening) return { isLive: () => false, stop: () => undefined }
      const stop = hear(heard)
      listeners.add(heard)
      spare.listen(announced => listeners.forEach(one => one(announced)))
      return {
        isLive: () => spare.isListening(),
        stop() {
          stop()
          listeners.delete(heard)
        }
      }
    },
    async close() {
      await spare.close()
      await lanes.close()
      await pool.end()
    }
  }
}
