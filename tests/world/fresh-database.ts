import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import type { Database } from '#server/database/database'
import { openDatabaseInMemory } from '#server/database/embedded-database'
import { openServedDatabase } from '#server/database/served-database'

export const MIGRATIONS = 'src/server/database/migrations'
/** Whether this run is on a real PostgreSQL, where transactions truly run side by side. */
export const isOnPostgres = process.env.DATABASE === 'postgres'
const POOL_SIZE = 10

/**
 * How often chance is asked. PostgreSQL has the full count; the embedded engine is several times slower and is asked only whether it answers
 * the same, which it does or does not in every history.
 */
export const onThisEngine = (count: number) => (isOnPostgres ? count : Math.ceil(count / 5))

async function askServer(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** An empty database, or a copy of one, on the server that this run started: its address, and how to drop it. */
export async function createServedDatabase(template = 'template0'): Promise<{ url: string; drop: () => Promise<void> }> {
  const adminUrl = process.env.TEST_POSTGRES_URL
  if (!adminUrl) throw new Error('DATABASE=postgres needs the server that Jest starts (TEST_POSTGRES_URL).')
  const name = `world_${randomBytes(8).toString('hex')}`
  await askServer(adminUrl, `create database ${name} template ${template}`)
  const address = new URL(adminUrl)
  address.pathname = `/${name}`
  return { url: address.toString(), drop: () => askServer(adminUrl, `drop database ${name} with (force)`) }
}

async function openOnServer(): Promise<Database> {
  const { url, drop } = await createServedDatabase(process.env.TEST_POSTGRES_TEMPLATE)
  const database = openServedDatabase(url, POOL_SIZE, () => undefined)
  return { ...database, close: () => database.close().then(drop) }
}

/** PGlite asks a Blob for its type and bytes; a real one copies forty megabytes in small pieces, this hands them over. */
function dumpIn(path: string): Blob {
  const bytes = readFileSync(path)
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  return { type: 'application/x-tar', size: bytes.length, arrayBuffer: async () => whole } as Blob
}

/** Making a cluster takes seconds, reading one back takes a fraction: the run makes one and every file begins with a copy. */
async function openCopy(): Promise<Database> {
  const template = process.env.TEST_EMBEDDED_TEMPLATE
  return openDatabaseInMemory(template ? dumpIn(template) : undefined)
}

/** An empty database with the present schema: embedded in memory, or on the PostgreSQL server of this run (DATABASE=postgres). */
export async function openFreshDatabase(): Promise<Database> {
  const database = isOnPostgres ? await openOnServer() : await openCopy()
  await database.migrate(MIGRATIONS)
  return database
}
