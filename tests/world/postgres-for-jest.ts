import { startFreshPostgres, type FreshPostgres } from '#world/fresh-postgres'

const kept = globalThis as { runningPostgres?: FreshPostgres | undefined }

/** Jest's global set-up of the server suite with DATABASE=postgres: one PostgreSQL a run, found by the tests through TEST_POSTGRES_URL. */
export default async function startPostgres() {
  kept.runningPostgres = await startFreshPostgres()
  process.env.TEST_POSTGRES_URL = kept.runningPostgres.adminUrl
}

/** Jest runs set-up and tear-down in one process, as two modules. */
export async function stopPostgres() {
  await kept.runningPostgres?.stop()
  kept.runningPostgres = undefined
}
