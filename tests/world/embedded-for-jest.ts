import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packNewDatabase } from '#server/database/embedded-database'

/** Jest's global set-up of the server suite on the embedded engine: one migrated database, found through TEST_EMBEDDED_TEMPLATE. */
export default async function makeTemplate() {
  const path = join(mkdtempSync(join(tmpdir(), 'tongchuang-template-')), 'migrated.tar')
  writeFileSync(path, await packNewDatabase('src/server/database/migrations', 'none'))
  process.env.TEST_EMBEDDED_TEMPLATE = path
}

export function removeTemplate() {
  const path = process.env.TEST_EMBEDDED_TEMPLATE
  if (path) rmSync(dirname(path), { recursive: true, force: true })
}
