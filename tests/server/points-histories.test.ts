import { randomUUID } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { awardForReport, clawBackPointsOfReport, releasePointsOfReport } from '#server/points/points-ledger'
import { accountOf } from '#server/points/points-rules'
import { pointBalances } from '#server/points/points-tables'
import { askDatabase } from '#world/ask-database'
import { onThisEngine } from '#world/fresh-database'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => void (world = await openWorld({ isEmpty: true })), 60_000)
afterAll(() => world.close())

type Step = { what: 'close' | 'release' | 'overturn'; report: number; round: number; day: number }
interface Purse {
  pending: number
  available: number
  debt: number
}

const PEOPLE = 2
const HISTORIES = onThisEngine(150)
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('close', 'close', 'release', 'overturn'),
  report: fc.integer({ min: 0, max: 4 }),
  round: fc.integer({ min: 1, max: 2 }),
  day: fc.integer({ min: 1, max: 2 })
})

/** Who gets what for a report: one person sent it, the other follows. */
const sharesOf = (report: number) => Array.from({ length: PEOPLE }, (_, person) => ({ person, value: report % PEOPLE === person ? 5 : 1 }))

/** points.md in a few lines, as somebody would reckon it on paper. */
function reckon(steps: readonly Step[]): Purse[] {
  const purses = Array.from({ length: PEOPLE }, () => ({ pending: 0, available: 0, debt: 0 }))
  const given = new Map<string, number>()
  const perDay = new Map<string, number>()
  const done = new Set<string>()
  for (const { what, report, round, day } of steps)
    for (const { person, value } of sharesOf(report)) {
      const [purse, award] = [purses[person]!, `${report}.${round}.${person}`]
      if (what === 'close') {
        if (given.has(award)) continue
        const today = `${person}.${day}`
        const points = Math.min(value, 20 - (perDay.get(today) ?? 0))
        given.set(award, points)
        perDay.set(today, (perDay.get(today) ?? 0) + points)
        purse.pending += points
        continue
      }
      const points = given.get(award) ?? 0
      if (points === 0 || done.has(`${award}.${what}`) || (what === 'release' && done.has(`${award}.overturn`))) continue
      done.add(`${award}.${what}`)
      if (what === 'release') {
        const repaid = Math.min(points, purse.debt)
        purse.pending -= points
        purse.debt -= repaid
        purse.available += points - repaid
      } else {
        const fromPending = done.has(`${award}.release`) ? 0 : points
        const fromAvailable = Math.min(points - fromPending, purse.available)
        purse.pending -= fromPending
        purse.available -= fromAvailable
        purse.debt += points - fromPending - fromAvailable
      }
    }
  return purses
}

async function live(steps: readonly Step[]): Promise<Purse[]> {
  const [city, people] = [randomUUID(), Array.from({ length: PEOPLE }, () => randomUUID())]
  await world.database.write(async writing => {
    for (const { what, report, round, day } of steps) {
      const [reportId, closingRound, now] = [`${city}.${report}`, round, new Date(`2026-11-2${day}T12:00:00+08:00`)]
      if (what === 'release') await releasePointsOfReport(writing, reportId, closingRound, now)
      if (what === 'overturn') await clawBackPointsOfReport(writing, reportId, closingRound, now)
      if (what !== 'close') continue
      for (const { person, value } of sharesOf(report)) {
        const rule = value === 5 ? 'report-solved' : 'report-followed'
        await awardForReport(writing, { rule, personId: people[person]!, reportId, closingRound, now })
      }
    }
  })
  const accounts = people.flatMap(personId => (['pending', 'available', 'debt'] as const).map(account => accountOf(personId, account)))
  const rows = await world.database.reading.select().from(pointBalances).where(inArray(pointBalances.account, accounts))
  const of = (personId: string, account: 'pending' | 'available' | 'debt') =>
    rows.find(row => row.account === accountOf(personId, account))?.balance ?? 0
  return people.map(personId => ({
    pending: of(personId, 'pending'),
    available: of(personId, 'available'),
    debt: 0 - of(personId, 'debt')
  }))
}

test(`${HISTORIES} random histories of closings, confirmations and overturned cases come out as reckoned on paper`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async steps => {
      expect(await live(steps)).toEqual(reckon(steps))
    }),
    { numRuns: HISTORIES, endOnFailure: true }
  )
  const unsound = sql`select 1 from point_lines group by transaction_id having sum(amount) <> 0`
  const unequal = sql`select account from (select account, sum(amount) as total from point_lines group by account) l
    full join point_balances b using (account) where coalesce(l.total, 0) <> coalesce(b.balance, 0)`
  expect([await askDatabase(world.database, unsound), await askDatabase(world.database, unequal)]).toEqual([[], []])
}, 120_000)
