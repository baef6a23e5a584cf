import { sql } from 'drizzle-orm'
import type { Database } from '#server/database/database'
import { openServedDatabase } from '#server/database/served-database'
import { startFreshPostgres, type FreshPostgres } from '#world/fresh-postgres'

let postgres: FreshPostgres
let database: Database
const faults: string[] = []

beforeAll(async () => {
  postgres = await startFreshPostgres()
  database = openServedDatabase(postgres.adminUrl, 5, fault => faults.push(fault.message))
}, 60_000)

afterAll(async () => {
  await database.close()
  await postgres.stop()
})

const echo = async (n: number) => {
  const rows = await database.reading
    .select({ said: sql<number>`${n}::int`, at: sql<number>`pg_backend_pid()` })
    .from(sql`(select 1) as one`)
  return rows[0]
}

describe('reads on a PostgreSQL server', () => {
  it('share a few connections, and each gets its own answer', async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, (_, n) => echo(n)))
    expect(answers.map(answer => answer?.said)).toEqual(Array.from({ length: 500 }, (_, n) => n))
    expect(new Set(answers.map(answer => answer?.at)).size).toBeLessThanOrEqual(2)
  })

  it('fail alone where one is wrong', async () => {
    const wrong = database.reading.select({ x: sql`1 / ${0}::int` }).from(sql`(select 1) as one`)
    const [first, second, third] = await Promise.allSettled([echo(1), wrong.execute(), echo(3)])
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('do not wait behind one that is slow', async () => {
    const slow = database.reading
      .select({ x: sql`pg_sleep(1.5)` })
      .from(sql`(select 1) as one`)
      .execute()
    let isSlowDone = false
    void slow.then(() => (isSlowDone = true))
    for (let n = 0; n < 20; n += 1) await echo(n)
    expect(isSlowDone).toBe(false)
    await slow
  })

  it('go on after the server dropped every connection', async () => {
    await echo(1)
    await database
      .write(writing =>
        writing.execute(
          sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`
        )
      )
      .catch(() => undefined)
    await expect(eventually(() => echo(7))).resolves.toMatchObject({ said: 7 })
    expect(faults.length).toBeGreaterThan(0)
  })
})

/** What a caller does: asks again after a fault. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (let tried = 0; tried < 20; tried += 1)
    try {
      return await ask()
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  return ask()
}
