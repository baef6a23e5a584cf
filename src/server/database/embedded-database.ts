import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { hear, tellingAfter } from '#server/database/announcements'
import { type Database, type Writing, withRetries } from '#server/database/database'
import { lockDataDirectory } from '#server/database/data-directory'

/** A new database with its tables, packed by the build: unpacking one takes half as long as making one. */
export const NEW_DATABASE_FILE = 'dist/server/new-database.tar.gz'

/** Packs a new, migrated database. @returns the bytes of a tar file. */
export async function packNewDatabase(migrationsFolder: string, compression: 'gzip' | 'none'): Promise<Uint8Array> {
  const client = await PGlite.create()
  await migrate(drizzle(client), { migrationsFolder })
  const dump = await client.dumpDataDir(compression)
  await client.close()
  return new Uint8Array(await dump.arrayBuffer())
}

/** An embedded database in memory, from a dump where one is given: for tests. */
export const openDatabaseInMemory = async (dump?: Blob): Promise<Database> =>
  over(await PGlite.create(dump ? { loadDataDir: dump } : {}), () => undefined)

/**
 * Opens the embedded PostgreSQL in `<dataDirectory>/pg`.
 * @throws DataDirectoryInUse where another process has it.
 */
export async function openEmbeddedDatabase(dataDirectory: string): Promise<Database> {
  const release = lockDataDirectory(dataDirectory)
  const path = join(dataDirectory, 'pg')
  const isNew = !existsSync(path) && existsSync(NEW_DATABASE_FILE)
  const options = isNew ? { loadDataDir: new Blob([await readFile(NEW_DATABASE_FILE)]) } : {}
  return over(await PGlite.create(path, options), release)
}

function over(client: PGlite, release: () => void): Database {
  const database = drizzle(client)
  return {
    kind: 'pglite',
    reading: database,
    write: work =>
      withRetries(() => tellingAfter(keep => database.transaction(transaction => work(keep(transaction as unknown as Writing))))),
    migrate: migrationsFolder => migrate(database, { migrationsFolder }),
    ping: async () => {
      await database.execute(sql`select 1`)
    },
    // One process has the files, so whatever is announced is announced here.
    listen: heard => ({ isLive: () => true, stop: hear(heard) }),
    close: async () => {
      await client.close()
      release()
    }
  }
}
