import { randomUUID } from 'node:crypto'
import { points } from '#contract/points'
import type { Writing } from '#server/database/database'
import { awardForHours, awardForQuiz } from '#server/points/points-ledger'
import { checkPoints } from '#server/points/rebuild-points'
import type { Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import type { World } from '#world/world'
import { sql } from 'drizzle-orm'

/** Every transaction and the whole sum to zero, nobody is below zero, and what is kept is what the ledger says. */
export async function expectBooksAreSound({ database }: Pick<World, 'database'>): Promise<void> {
  const ask = (query: string) => askDatabase(database, sql.raw(query))
  expect(await ask('select transaction_id from point_lines group by transaction_id having sum(amount) <> 0')).toEqual([])
  expect(
    await ask(`select account from point_balances where account like 'person:%' and account not like '%:debt' and balance < 0`)
  ).toEqual([])
  expect(await ask(`select account from point_balances where account like '%:debt' and balance > 0`)).toEqual([])
  expect(await ask('select lot_id from point_lots where left_amount < 0 or left_amount > amount')).toEqual([])
  expect(
    await ask(`select b.account from point_balances b where b.account like 'person:%:available' and b.balance <>
      (select coalesce(sum(left_amount), 0) from point_lots where person_id = split_part(b.account, ':', 2))`)
  ).toEqual([])
  expect(
    await ask(`select b.account from point_balances b where b.account like 'person:%:held' and b.balance <>
      (select coalesce(sum(amount), 0) from point_holds where state = 'open' and person_id = split_part(b.account, ':', 2))`)
  ).toEqual([])
  expect(await checkPoints(database)).toEqual({ count: 0, differences: [] })
}

/** The points page of somebody who signed in just now, whenever that is. */
export async function pageOf(world: World, { person }: Pick<Actor, 'person'>) {
  const token = await world.product.sessions.issue(person.personId, world.now)
  return world.withToken(token).ask(points.getMyPoints)({})
}

/** The numbers somebody sees above their lines. */
export async function purseOf(world: World, actor: Pick<Actor, 'person'>) {
  const { available, pending, held, debt } = await pageOf(world, actor)
  return { available, pending, held, debt }
}

/** Points that are available at once: service of so many minutes on a day. */
export const serve = (writing: Writing, { person }: Pick<Actor, 'person'>, minutes: number, businessDate: string, now: Date) =>
  awardForHours(writing, { entryId: randomUUID(), personId: person.personId, minutes, businessDate, now })

export const practise = (writing: Writing, { person }: Pick<Actor, 'person'>, rightCount: number, businessDate: string, now: Date) =>
  awardForQuiz(writing, { attemptId: randomUUID(), personId: person.personId, rightCount, businessDate, now })
