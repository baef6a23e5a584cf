import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import { openReadingLanes } from '#server/database/reading-lanes'
import { type Database, type Writing, withRetries } from '#server/database/database'

/** Any number will do, as long as every process of the product takes the same one. */
const MIGRATION_LOCK = 7_301_146

/** Of the connections a process may hold, so many carry reads; the others are lent to transactions. */
const LANES_SHARE = 0.4

/** Opens a PostgreSQL server (14 or newer). One city is one schema: put `options=-c search_path=…` into the address. */
export function openServedDatabase(url: string, poolSize: number, onIdleFault: (fault: Error) => void): Database {
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
  return {
    kind: 'postgres',
    reading: drizzle(lanes as unknown as Pool),
    write: work => withRetries(() => database.transaction(transaction => work(transaction as unknown as Writing))),
    async migrate(migrationsFolder) {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
        await migrate(drizzle(client), { migrationsFolder })
      } finally {
        await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
        client.release()
      }
    },
    async ping() {
      await database.execute(sql`select 1`)
    },
    async close() {
      await lanes.close()
      await pool.end()
    }
  }
}
