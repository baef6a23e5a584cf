import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServedDatabase, isOnPostgres } from '#world/fresh-database'
import { crashOften } from '#world/points-crash'
import { bundleServerProgram } from '#world/running-server'

// An embedded database dies with its server; tests/server/process.test.ts kills that one.
const onPostgres = isOnPostgres ? test : undefined
onPostgres?.(
  'a server killed five times while it redeems and gives back loses nothing, doubles nothing, and its books are what the ledger says',
  async () => {
    bundleServerProgram()
    const { url, drop } = await createServedDatabase()
    const directory = mkdtempSync(join(tmpdir(), 'tongchuang-crash-'))
    const { asked } = await crashOften(url, directory, 5)
    expect(asked).toBeGreaterThan(200)
    await drop()
    rmSync(directory, { recursive: true, force: true })
  },
  600_000
)
if (!isOnPostgres) test('needs a server of its own and runs on PostgreSQL', () => expect(isOnPostgres).toBe(false))
