import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { Database } from '#server/database/database'
import { openEmbeddedDatabase } from '#server/database/embedded-database'
import { openServedDatabase } from '#server/database/served-database'

export const MIGRATIONS = 'src/server/database/migrations'
/** Whether this run is on a real PostgreSQL, where transactions truly run side by side. */
export const isOnPostgres = process.env.DATABASE === 'postgres'
const POOL_SIZE = 10

async function askServer(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A database of its own on the server that this run started; dropped when it is closed. */
async function openOnServer(adminUrl: string): Promise<Database> {
  const name = `world_${randomBytes(8).toString('hex')}`
  await askServer(adminUrl, `create database ${name}`)
  const address = new URL(adminUrl)
  address.pathname = `/${name}`
  const database = openServedDatabase(address.toString(), POOL_SIZE, () => undefined)
  const close = async () => {
    await database.close()
    await askServer(adminUrl, `drop database ${name} with (force)`)
  }
  return { ...database, close }
}

/** An empty database with the present schema: embedded in memory, or on the PostgreSQL server of this run (DATABASE=postgres). */
export async function openFreshDatabase(): Promise<Database> {
  const adminUrl = process.env.TEST_POSTGRES_URL
  if (isOnPostgres && !adminUrl) throw new Error('DATABASE=postgres needs the server that Jest starts (TEST_POSTGRES_URL).')
  const database = isOnPostgres && adminUrl ? await openOnServer(adminUrl) : await openEmbeddedDatabase()
  await database.migrate(MIGRATIONS)
  return database
}
