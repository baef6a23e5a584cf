import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'

/** Jest's global set-up of the server suite on the embedded engine: one migrated database, found through TEST_EMBEDDED_TEMPLATE. */
export default async function makeTemplate() {
  const client = await PGlite.create()
  await migrate(drizzle(client), { migrationsFolder: 'src/server/database/migrations' })
  const dump = await client.dumpDataDir('none')
  await client.close()
  const path = join(mkdtempSync(join(tmpdir(), 'tongchuang-template-')), 'migrated.tar')
  writeFileSync(path, Buffer.from(await dump.arrayBuffer()))
  process.env.TEST_EMBEDDED_TEMPLATE = path
}

export function removeTemplate() {
  const path = process.env.TEST_EMBEDDED_TEMPLATE
  if (path) rmSync(dirname(path), { recursive: true, force: true })
}
