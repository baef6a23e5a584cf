import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import type { Writing } from '#server/database/database'
import { captureHold, holdPoints, voidHold } from '#server/points/holds'
import { tickPoints } from '#server/points/lots/tick-points'
import { adjust } from '#server/points/office/approve-adjustment'
import {
  awardForHours,
  awardForQuiz,
  awardForReport,
  clawBackPointsOfReport,
  releasePointsOfReport,
  reverseAward,
  reverseForHours
} from '#server/points/points-ledger'
import { quizAwardId } from '#server/points/points-rules'
import { readBalances } from '#server/points/points-store'
import { Refusal } from '#server/refusal'
import { askDatabase } from '#world/ask-database'
import { PointsInBooks } from '#world/points-books'
import { pointsHistory } from '#world/points-history'
import { dayAfter, valueOf, type HistoryStep, type Seen } from '#world/points-model'
import { expectBooksAreSound } from '#world/points-scenes'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => void (world = await openWorld({ isEmpty: true })), 60_000)
afterAll(() => world.close())

const HISTORIES = 120
const STEPS_MAX = 10

/** One person whose history is lived through the ledger itself. */
class Liver {
  readonly personId = randomUUID()
  readonly books = new PointsInBooks()
  private awards: { what: HistoryStep['what']; id: string; on: string; value: number }[] = []
  private holds: string[] = []
  private freeze: string | undefined
  private days = 0

  private async award(writing: Writing, step: HistoryStep, now: Date) {
    const [id, on, personId] = [randomUUID(), dayAfter(this.days), this.personId]
    this.awards.push({ what: step.what, id, on, value: valueOf(step) })
    if (step.what === 'serve') await awardForHours(writing, { entryId: id, personId, minutes: valueOf(step) * 6, businessDate: on, now })
    else if (step.what === 'practise')
      await awardForQuiz(writing, { attemptId: id, personId, rightCount: valueOf(step), businessDate: on, now })
    else {
      const rule = step.what === 'report' ? 'report-solved' : 'report-followed'
      await awardForReport(writing, { rule, personId, reportId: id, closingRound: 1, now })
    }
  }

  private async settle(writing: Writing, { what, n }: HistoryStep, now: Date) {
    const award = this.awards[n % Math.max(1, this.awards.length)]
    if (!award) return
    const { id, on } = award
    if (award.what === 'serve' && what === 'reverse')
      await reverseForHours(writing, { entryId: id, personId: this.personId, businessDate: on, now })
    if (award.what === 'practise' && what === 'reverse' && award.value > 0)
      await reverseAward(writing, { transactionId: quizAwardId(id, this.personId), now })
    if (award.what !== 'report' && award.what !== 'follow') return
    await (what === 'release' ? releasePointsOfReport : clawBackPointsOfReport)(writing, id, 1, now)
  }

  private async keep(writing: Writing, amount: number, purpose: 'redemption' | 'freeze', now: Date) {
    const holdId = randomUUID()
    await holdPoints(writing, { holdId, personId: this.personId, amount, purpose, cause: `test:${holdId}`, now })
    this.holds.push(holdId)
    return holdId
  }

  private async resolve(writing: Writing, { what, n }: HistoryStep, now: Date) {
    const holdId = this.holds[n % Math.max(1, this.holds.length)]
    if (!holdId || holdId === this.freeze) return
    // Which of the two came first is known to whoever holds; here it is asked.
    await (what === 'cancel' ? voidHold(writing, { holdId, now }) : captureHold(writing, { holdId, into: 'redeemed:r', now })).catch(
      (fault: unknown) => expect(String(fault)).toContain('cannot be')
    )
  }

  private async adjust(writing: Writing, amount: number, now: Date) {
    const row = { adjustmentId: randomUUID(), personId: this.personId, amount, reason: '', proposerId: 'a', proposedAt: now }
    await adjust(writing, { ...row, state: 'proposed', isOpen: true, deciderId: null, decidedAt: null, note: null }, 'b', now)
  }

  private async move(writing: Writing, step: HistoryStep, now: Date) {
    const { what, n } = step
    if (['report', 'follow', 'serve', 'practise'].includes(what)) await this.award(writing, step, now)
    else if (what === 'release' || what === 'reverse') await this.settle(writing, step, now)
    else if (what === 'cancel' || what === 'fulfil') await this.resolve(writing, step, now)
    else if (what === 'hold' && n > 0) await this.keep(writing, n, 'redemption', now)
    else if (what === 'freeze' && this.freeze === undefined) {
      const { available } = await readBalances(writing, this.personId)
      this.freeze = await this.keep(writing, available, 'freeze', now)
    } else if (what === 'lift' && this.freeze !== undefined) {
      const holdId = this.freeze
      this.freeze = undefined
      await voidHold(writing, { holdId, now })
    } else if (what === 'adjust' && n > 0) await this.adjust(writing, n % 2 === 0 ? n : -n, now)
  }

  /** @returns what the rules alone make of it. */
  async live(writing: Writing, step: HistoryStep): Promise<Seen> {
    this.days += step.days
    const now = new Date(`${dayAfter(this.days)}T12:00:00+08:00`)
    await this.move(writing, step, now).catch((fault: unknown) => {
      if (!(fault instanceof Refusal && fault.code === 'not-enough-points')) throw fault
    })
    return this.books.live(step)
  }
}

async function seenOf(people: readonly string[]): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>(people.map(id => [id, { pending: 0, available: 0, held: 0, debt: 0, endings: {}, clipped: 0 }]))
  for (const { account, balance } of await askDatabase(
    world.database,
    sql`select account, balance from point_balances where account like 'person:%'`
  )) {
    const [, id = '', which = ''] = String(account).split(':')
    const one = seen.get(id)
    if (one) one[which as 'pending'] = which === 'debt' ? 0 - Number(balance) : Number(balance)
  }
  const lots = sql`select person_id, expires_on, sum(left_amount)::int as amount from point_lots where left_amount > 0 group by 1, 2`
  for (const row of await askDatabase(world.database, lots)) {
    const one = seen.get(String(row.person_id))
    if (one) one.endings[String(row.expires_on)] = Number(row.amount)
  }
  for (const row of await askDatabase(
    world.database,
    sql`select person_id, sum(clipped)::int as clipped from point_transactions group by 1`
  )) {
    const one = seen.get(String(row.person_id))
    if (one) one.clipped = Number(row.clipped)
  }
  return seen
}

/** A clock for everybody would end points of people whose history is elsewhere in time: here each has a day of their own, so ticks are left out of the ledger's part. */
const withoutTicks = (steps: readonly HistoryStep[]) => steps.filter(step => step.what !== 'tick')

test('the ledger in the database is, at every step of 120 random histories, what the rules make of them', async () => {
  const histories = fc.sample(pointsHistory(STEPS_MAX), HISTORIES).map(withoutTicks)
  const livers = histories.map(() => new Liver())
  for (let n = 0; n < STEPS_MAX; n += 1) {
    const expected = await world.database.write(async writing => {
      const seen = new Map<string, Seen>()
      for (const [who, liver] of livers.entries()) {
        const step = histories[who]?.[n]
        if (step) seen.set(liver.personId, await liver.live(writing, step))
      }
      return seen
    })
    const seen = await seenOf([...expected.keys()])
    for (const [personId, books] of expected) expect(seen.get(personId)).toEqual(books)
  }
  await expectBooksAreSound(world)
  // Long after, one clock ends everything that is not held: what is left is held, pending or owed.
  const late = new Date('2040-01-01T12:00:00+08:00')
  for (let round = 0; round < 50; round += 1) if ((await world.database.write(writing => tickPoints(writing, late))).expired === 0) break
  const left = sql`select count(*)::int as lots from point_lots l where left_amount > 0 and not exists
    (select 1 from point_holds h where h.person_id = l.person_id and h.purpose = 'freeze' and h.state = 'open')`
  expect(await askDatabase(world.database, left)).toEqual([{ lots: 0 }])
  await expectBooksAreSound(world)
}, 600_000)
