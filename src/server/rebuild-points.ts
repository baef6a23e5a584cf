import { createLogger } from '#server/logger'
import { openDatabase } from '#server/open-database'
import { checkPoints, rebuildPoints, wordsOf } from '#server/points/rebuild-points'
import { readSettings } from '#server/settings'

/** `npm run points:rebuild`: writes what is kept of points anew from the ledger; with `--check` it only says what differs, and fails. */
async function main() {
  const settings = readSettings(process.env, { isServing: false })
  const isCheck = process.argv.includes('--check')
  const database = await openDatabase(settings, createLogger(settings.LOG_LEVEL))
  try {
    await database.migrate(settings.MIGRATIONS_DIR)
    const found = await (isCheck ? checkPoints(database) : rebuildPoints(database))
    process.stdout.write(wordsOf(found, isCheck))
    if (isCheck && found.count > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exit(1)
})
