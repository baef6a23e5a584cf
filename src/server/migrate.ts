import { createLogger } from '#server/logger'
import { openDatabase } from '#server/open-database'
import { seedContent } from '#server/seed-content'
import { readSettings } from '#server/settings'

/** `npm run migrate`: brings the database up to date, with the categories and questions every city starts from, and ends. */
async function main() {
  const settings = readSettings(process.env, { isServing: false })
  const log = createLogger(settings.LOG_LEVEL)
  const database = await openDatabase(settings, log)
  try {
    await database.migrate(settings.MIGRATIONS_DIR)
    await database.write(writing => seedContent(writing, new Date(), settings.CONTENT_DIR))
    process.stdout.write(`The ${database.kind === 'pglite' ? 'embedded' : 'PostgreSQL'} database is up to date.\n`)
  } finally {
    await database.close()
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exit(1)
})
