import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Database, type Writing, withRetries } from '#server/database/database'
import { lockDataDirectory } from '#server/database/data-directory'

/**
 * Opens the embedded PostgreSQL in `<dataDirectory>/pg`, or one in memory for tests.
 * @throws DataDirectoryInUse where another process has it.
 */
export async function openEmbeddedDatabase(dataDirectory?: string): Promise<Database> {
  const release = dataDirectory ? lockDataDirectory(dataDirectory) : () => undefined
  const client = await PGlite.create(dataDirectory ? join(dataDirectory, 'pg') : undefined)
  const database = drizzle(client)
  return {
    kind: 'pglite',
    reading: database,
    write: work => withRetries(() => database.transaction(transaction => work(transaction as unknown as Writing))),
    migrate: migrationsFolder => migrate(database, { migrationsFolder }),
    ping: async () => {
      await database.execute(sql`select 1`)
    },
    close: async () => {
      await client.close()
      release()
    }
  }
}
