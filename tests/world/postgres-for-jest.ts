import { openServedDatabase } from '#server/database/served-database'
import { createServedDatabase, MIGRATIONS } from '#world/fresh-database'
import { startFreshPostgres, type FreshPostgres } from '#world/fresh-postgres'

let running: FreshPostgres | undefined

/**
 * Jest's global set-up of the server suite with DATABASE=postgres: one PostgreSQL a run, found by the tests through TEST_POSTGRES_URL, with one
 * migrated database that every file begins with a copy of (TEST_POSTGRES_TEMPLATE).
 */
export default async function startPostgres() {
  running = await startFreshPostgres()
  process.env.TEST_POSTGRES_URL = running.adminUrl
  const { url } = await createServedDatabase()
  const database = openServedDatabase(url, 1, () => undefined)
  await database.migrate(MIGRATIONS)
  await database.close()
  process.env.TEST_POSTGRES_TEMPLATE = new URL(url).pathname.slice(1)
}

export async function stopPostgres() {
  await running?.stop()
}
