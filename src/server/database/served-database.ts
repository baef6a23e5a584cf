import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import { type Database, type Writing, withRetries } from '#server/database/database'

/** Any number will do, as long as every process of the product takes the same one. */
const MIGRATION_LOCK = 7_301_146

/** Opens a PostgreSQL server (14 or newer). One city is one schema: put `options=-c search_path=…` into the address. */
export function openServedDatabase(url: string, poolSize: number, onIdleFault: (fault: Error) => void): Database {
  const pool = new Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 })
  // A connection dropped while idle (restart, failover) must not end the process; the pool opens another.
  pool.on('error', onIdleFault)
  const database = drizzle(pool)
  return {
    kind: 'postgres',
    reading: database,
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
    close: () => pool.end()
  }
}
