import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import type { Lot, LotMove } from '#server/points/lots/lot-rules'
import { pointLotMoves, pointLots, pointTransactions } from '#server/points/points-tables'

/** Lots of a person with anything left, the earliest end first. */
export const listLotsLeft = (reading: Reading, personId: string): Promise<Lot[]> =>
  reading
    .select({ lotId: pointLots.lotId, left: pointLots.leftAmount, expiresOn: pointLots.expiresOn })
    .from(pointLots)
    .where(and(eq(pointLots.personId, personId), gt(pointLots.leftAmount, 0)))
    .orderBy(asc(pointLots.expiresOn), asc(pointLots.lotId))

export const insertLot = (writing: Writing, lot: { lotId: string; personId: string; amount: number; expiresOn: string; at: Date }) =>
  writing.insert(pointLots).values({ ...lot, leftAmount: 0 })

/** Writes the moves of a transaction and what they leave in their lots. */
export async function insertLotMoves(writing: Writing, transactionId: string, moves: readonly LotMove[]): Promise<void> {
  if (moves.length === 0) return
  await writing.insert(pointLotMoves).values(moves.map(move => ({ transactionId, ...move })))
  const changes = sql.join(
    moves.map(({ lotId, amount }) => sql`(${lotId}::text, ${amount}::int)`),
    sql`, `
  )
  await writing.execute(sql`update point_lots set left_amount = left_amount + c.amount from (values ${changes}) as c (lot_id, amount)
    where point_lots.lot_id = c.lot_id`)
}

export const listMovesOf = (reading: Reading, transactionId: string): Promise<LotMove[]> =>
  reading
    .select({ lotId: pointLotMoves.lotId, amount: pointLotMoves.amount })
    .from(pointLotMoves)
    .where(eq(pointLotMoves.transactionId, transactionId))

/** Nobody's lot ends while their points are looked into. */
const isNotFrozen = sql`not exists (select 1 from point_holds h where h.person_id = point_lots.person_id and h.purpose = 'freeze' and h.state = 'open')`

/** People who have something left after its last day, in a fixed order. */
export const listPeopleWithPastLots = (reading: Reading, today: string, limit: number) =>
  reading
    .selectDistinct({ personId: pointLots.personId })
    .from(pointLots)
    .where(and(gt(pointLots.leftAmount, 0), sql`${pointLots.expiresOn} < ${today}`, isNotFrozen))
    .orderBy(asc(pointLots.personId))
    .limit(limit)

/** How often a lot expired before: it may have got points back since. */
export async function countExpiries(reading: Reading, lotId: string): Promise<number> {
  return reading.$count(pointTransactions, and(eq(pointTransactions.cause, `lot:${lotId}`), eq(pointTransactions.kind, 'expire')))
}

export interface EndingPoints {
  openid: string | null
  amount: number
  expiresOn: string
}

/** Marks lots that end within so many days as told of, once, and says what each person has that ends on which day. */
export async function takeWarnings(
  writing: Writing,
  { today, until, days, limit }: { today: string; until: string; days: number; limit: number }
): Promise<EndingPoints[]> {
  const answer: unknown = await writing.execute(sql`
    with due as (
      select lot_id from point_lots where left_amount > 0 and expires_on >= ${today} and expires_on <= ${until}
        and (warned_days is null or warned_days > ${days}::int) and ${isNotFrozen}
      order by expires_on, lot_id limit ${limit}::int for update skip locked),
    told as (
      update point_lots set warned_days = ${days}::int from due where due.lot_id = point_lots.lot_id
      returning point_lots.person_id, point_lots.left_amount, point_lots.expires_on)
    select p.openid, sum(told.left_amount)::int as amount, told.expires_on as "expiresOn"
    from told join people p on p.person_id = told.person_id group by told.person_id, p.openid, told.expires_on`)
  return (answer as { rows: EndingPoints[] }).rows
}

/** What is available by the last day it can be used, the soonest first. */
export const listEndings = (reading: Reading, personId: string) =>
  reading
    .select({ on: pointLots.expiresOn, amount: sql<number>`sum(${pointLots.leftAmount})::int` })
    .from(pointLots)
    .where(and(eq(pointLots.personId, personId), gt(pointLots.leftAmount, 0)))
    .groupBy(pointLots.expiresOn)
    .orderBy(asc(pointLots.expiresOn))

/** A person's lots for their own copy of their data. */
export const exportLotsOf = (reading: Reading, personId: string) =>
  reading
    .select({ at: pointLots.at, amount: pointLots.amount, left: pointLots.leftAmount, expiresOn: pointLots.expiresOn })
    .from(pointLots)
    .where(eq(pointLots.personId, personId))
    .orderBy(asc(pointLots.at), asc(pointLots.lotId))
