import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Database } from '#server/database/database'
import { openServedDatabase } from '#server/database/served-database'
import { createLogger } from '#server/logger'
import { checkPoints, rebuildPoints } from '#server/points/rebuild-points'
import { assembleProduct } from '#server/product'
import { readSettings } from '#server/settings'
import { startFreshPostgres } from '#world/fresh-postgres'

const LINES = 1_000_000
const PEOPLE = 2_000
const PAGES = 400
const TARGETS = { pageMilliseconds: 30, rebuildSeconds: 30, memoryMegabytes: 500 }

/** Service of years, two lines each, a lot each; every fourth lot was spent. Written by the database itself, since it is not what is measured. */
async function fill(database: Database): Promise<void> {
  await database.write(async writing => {
    await writing.execute(sql`insert into people (person_id, display_name, demo_name, consented_policy, created_at)
      select 'points-' || n, '居民 ' || n, 'resident:points-' || n, '2026-11-01', now() from generate_series(1, ${PEOPLE}::int) n`)
    await writing.execute(sql`insert into point_transactions (transaction_id, kind, rule, rule_version, cause, person_id, business_date, at, digest)
      select 'award:volunteering:hours:' || n || ':points-' || p, 'award', 'volunteering', 1, 'hours:' || n, 'points-' || p, to_char(d, 'YYYY-MM-DD'), d, 'x'
      from generate_series(1, ${LINES / 2}::int) n
      cross join lateral (select n % ${PEOPLE}::int + 1 as p, timestamptz '2026-11-01 00:00+00' - make_interval(mins => n) as d) x`)
    await writing.execute(sql`insert into point_lines (transaction_id, account, amount, person_id, at)
      select transaction_id, 'issuer:volunteering', -10, null, at from point_transactions
      union all select transaction_id, 'person:' || person_id || ':available', 10, person_id, at from point_transactions`)
    await writing.execute(
      sql`insert into point_lot_moves (transaction_id, lot_id, amount) select transaction_id, transaction_id, 10 from point_transactions`
    )
    await writing.execute(sql`analyze`)
  })
}

async function pageMilliseconds(database: Database, url: string): Promise<number[]> {
  const directory = mkdtempSync(join(tmpdir(), 'tongchuang-points-'))
  const settings = readSettings({ NODE_ENV: 'test', DATA_DIR: directory, DATABASE_URL: url, LOG_LEVEL: 'silent' }, { isServing: false })
  const log = createLogger('silent')
  const product = assembleProduct(settings, database, log, () => new Date())
  const took: number[] = []
  for (let n = 0; n < PAGES; n += 1) {
    const began = performance.now()
    const identify = async () => ({ personId: `points-${((n * 7) % PEOPLE) + 1}`, displayName: '', grants: [] })
    const { status } = await product.dispatch({
      operation: 'points/getMyPoints',
      input: {},
      identify,
      requestId: `bench-${n}`,
      log,
      now: new Date()
    })
    if (status !== 200) throw new Error(`the points page answered ${status}`)
    took.push(performance.now() - began)
  }
  rmSync(directory, { recursive: true, force: true })
  return took.sort((a, b) => a - b)
}

/** A million ledger lines on PostgreSQL: the points page of one person, and everything that is kept rebuilt from them. */
export async function pointLines(): Promise<string[]> {
  const postgres = await startFreshPostgres({ isDurable: true })
  const database = openServedDatabase(postgres.adminUrl, 10, () => undefined)
  try {
    await database.migrate('src/server/database/migrations')
    await fill(database)
    const began = performance.now()
    const { count } = await rebuildPoints(database)
    const rebuildSeconds = (performance.now() - began) / 1_000
    if ((await checkPoints(database)).count > 0) throw new Error('rebuilt, the books are still not what the ledger says')
    const took = await pageMilliseconds(database, postgres.adminUrl)
    const at = (share: number) => took[Math.floor(share * took.length)] ?? 0
    const memory = process.resourceUsage().maxRSS / 1_024
    return [
      `points, ${LINES} lines: page p50 ${at(0.5).toFixed(1)} ms (target ${TARGETS.pageMilliseconds}), p95 ${at(0.95).toFixed(1)} ms`,
      `points, ${LINES} lines: rebuilt ${count} rows in ${rebuildSeconds.toFixed(1)} s (target ${TARGETS.rebuildSeconds}), process at most ${memory.toFixed(0)} MB (target ${TARGETS.memoryMegabytes})`
    ]
  } finally {
    await database.close()
    await postgres.stop()
  }
}
