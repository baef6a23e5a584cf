import { writeFile } from 'node:fs/promises'
import { NEW_DATABASE_FILE, packNewDatabase } from '#server/database/embedded-database'
import { readSettings } from '#server/settings'

/** A step of the build: packs the database a first start begins with. */
async function main() {
  await writeFile(NEW_DATABASE_FILE, await packNewDatabase(readSettings(process.env, { isServing: false }).MIGRATIONS_DIR, 'gzip'))
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`)
  process.exit(1)
})
