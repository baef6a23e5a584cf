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

/** An empty database on the server that this run started: its address, and how to drop it. */
export async function createServedDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const adminUrl = process.env.TEST_POSTGRES_URL
  if (!adminUrl) throw new Error('DATABASE=postgres needs the server that Jest starts (TEST_POSTGRES_URL).')
  const name = `world_${randomBytes(8).toString('hex')}`
  await askServer(adminUrl, `create database ${name}`)
  const address = new URL(adminUrl)
  address.pathname = `/${name}`
  return { url: address.toString(), drop: () => askServer(adminUrl, `drop database ${name} with (force)`) }
}

async function openOnServer(): Promise<Database> {
  const { url, drop } = await createServedDatabase()
  const database = openServedDatabase(url, POOL_SIZE, () => undefined)
  return { ...database, close: () => database.close().then(drop) }
}

/** An empty database with the present schema: embedded in memory, or on the PostgreSQL server of this run (DATABASE=postgres). */
export async function openFreshDatabase(): Promise<Database> {
  const database = isOnPostgres ? await openOnServer() : await openEmbeddedDatabase()
  await database.migrate(MIGRATIONS)
  return database
}
