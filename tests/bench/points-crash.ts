import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFreshPostgres } from '#world/fresh-postgres'
import { crashOften } from '#world/points-crash'
import { bundleServerProgram } from '#world/running-server'

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 50)

/** `npm run points:crash`: a server under load is killed between two writes, fifty times, on a PostgreSQL that keeps its promises. */
async function main() {
  bundleServerProgram()
  const postgres = await startFreshPostgres({ isDurable: true })
  const directory = mkdtempSync(join(tmpdir(), 'tongchuang-crash-'))
  try {
    const { asked, answered } = await crashOften(postgres.adminUrl, directory, ROUNDS, line => process.stdout.write(`${line}\n`))
    process.stdout.write(
      `${ROUNDS} kills under ${asked} calls, ${answered} answered before: nothing lost, nothing doubled, books as the ledger says\n`
    )
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

void main()
