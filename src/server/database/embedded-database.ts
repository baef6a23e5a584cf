import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Database, type Writing, withRetries } from '#server/database/database'
import { lockDataDirectory } from '#server/database/data-directory'

/** An embedded database in memory, from a dump where one is given: for tests. */
export const openDatabaseInMemory = async (dump?: Blob): Promise<Database> =>
  over(await PGlite.create(dump ? { loadDataDir: dump } : {}), () => undefined)

/**
 * Opens the embedded PostgreSQL in `<dataDirectory>/pg`.
 * @throws DataDirectoryInUse where another process has it.
 */
export async function openEmbeddedDatabase(dataDirectory: string): Promise<Database> {
  const release = lockDataDirectory(dataDirectory)
  return over(await PGlite.create(join(dataDirectory, 'pg')), release)
}

function over(client: PGlite, release: () => void): Database {
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
