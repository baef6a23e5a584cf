import { and, asc, desc, eq, inArray, like, lte, sql } from 'drizzle-orm'
import type { PointRule } from '#contract/points-shapes'
import type { Reading, Writing } from '#server/database/database'
import { accountOf, issuerOf, type PersonAccount, type PointTransaction, type Purse } from '#server/points/points-rules'
import { pointBalances, pointLines, pointLots, pointTransactions } from '#server/points/points-tables'

const BALANCES: readonly PersonAccount[] = ['pending', 'available', 'held', 'debt']

/** Everything that changes one person's points waits its turn, so that caps and balances are decided on what is true. */
export const lockPoints = (writing: Writing, personId: string) =>
  writing.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`points:${personId}`}, 0))`)

/** A person's balances; `debt` is given as a positive number. */
export async function readBalances(reading: Reading, personId: string): Promise<Purse> {
  const rows = await reading
    .select()
    .from(pointBalances)
    .where(
      inArray(
        pointBalances.account,
        BALANCES.map(account => accountOf(personId, account))
      )
    )
  const of = (account: PersonAccount) => rows.find(row => row.account === accountOf(personId, account))?.balance ?? 0
  return { pending: of('pending'), available: of('available'), held: of('held'), debt: 0 - of('debt') }
}

/** What a rule gave a person for a business date and did not take back. */
export async function netGivenOn(reading: Reading, personId: string, businessDate: string, rule: PointRule): Promise<number> {
  const [row] = await reading
    .select({ sum: sql<number>`coalesce(-sum(${pointLines.amount}), 0)::int` })
    .from(pointTransactions)
    .innerJoin(pointLines, eq(pointLines.transactionId, pointTransactions.transactionId))
    .where(
      and(
        eq(pointTransactions.personId, personId),
        eq(pointTransactions.businessDate, businessDate),
        eq(pointTransactions.rule, rule),
        eq(pointLines.account, issuerOf(rule))
      )
    )
  return row?.sum ?? 0
}

/** Takes the id; false where a transaction with it is there already. */
export async function insertTransaction(writing: Writing, transaction: PointTransaction, digest: string): Promise<boolean> {
  const { entries: _, moves: __, content: ___, ...row } = transaction
  const inserted = await writing
    .insert(pointTransactions)
    .values({ ...row, digest })
    .onConflictDoNothing()
    .returning({ transactionId: pointTransactions.transactionId })
  return inserted.length > 0
}

export async function insertEntries(writing: Writing, transaction: PointTransaction): Promise<void> {
  const { transactionId, personId, at, entries } = transaction
  if (entries.length === 0) return
  await writing
    .insert(pointLines)
    .values(entries.map(entry => ({ transactionId, at, ...entry, personId: entry.account.startsWith('person:') ? personId : null })))
  // Rows are made empty and then changed: PostgreSQL checks the row an upsert proposes, and what is taken away would be below zero there.
  // In a fixed order, so that two transactions on the same accounts never wait for each other in a circle.
  const changes = [...entries].sort((a, b) => a.account.localeCompare(b.account))
  await writing
    .insert(pointBalances)
    .values(changes.map(({ account }) => ({ account, balance: 0 })))
    .onConflictDoNothing()
  const values = sql.join(
    changes.map(({ account, amount }) => sql`(${account}::text, ${amount}::int)`),
    sql`, `
  )
  await writing.execute(sql`update point_balances set balance = balance + c.amount from (values ${values}) as c (account, amount)
    where point_balances.account = c.account`)
}

export async function findDigest(reading: Reading, transactionId: string): Promise<string | undefined> {
  const [row] = await reading
    .select({ digest: pointTransactions.digest })
    .from(pointTransactions)
    .where(eq(pointTransactions.transactionId, transactionId))
  return row?.digest
}

/** What is known of an award: what it gave, by which version of its rule, and for which day. */
export interface RecordedAward {
  transactionId: string
  rule: PointRule
  ruleVersion: number
  personId: string
  businessDate: string
  amount: number
}

const awardColumns = {
  transactionId: pointTransactions.transactionId,
  rule: sql<PointRule>`${pointTransactions.rule}`,
  ruleVersion: pointTransactions.ruleVersion,
  personId: pointTransactions.personId,
  businessDate: pointTransactions.businessDate,
  amount: sql<number>`-${pointLines.amount}`
}

const awards = (reading: Reading) =>
  reading
    .select(awardColumns)
    .from(pointTransactions)
    .innerJoin(pointLines, and(eq(pointLines.transactionId, pointTransactions.transactionId), like(pointLines.account, 'issuer:%')))

/** The awards of one cause, e.g. `report:<id>.<round>`, by person. */
export const listAwards = (reading: Reading, cause: string): Promise<RecordedAward[]> =>
  awards(reading)
    .where(and(eq(pointTransactions.cause, cause), eq(pointTransactions.kind, 'award')))
    .orderBy(asc(pointTransactions.personId), asc(pointTransactions.transactionId))

export async function findAward(reading: Reading, transactionId: string): Promise<RecordedAward | undefined> {
  const [award] = await awards(reading).where(and(eq(pointTransactions.transactionId, transactionId), eq(pointTransactions.kind, 'award')))
  return award
}

export type PointLineRow = Awaited<ReturnType<typeof listLinesOfPerson>>[number]

/**
 * Lines on a person's own accounts, newest first, with what is left of the lot each made. `from` is where a page begins. The page is
 * found first and joined then: a long history is not read for twenty lines.
 */
export function listLinesOfPerson(reading: Reading, personId: string, limit = 10_000, from?: { at: Date; shown: number }) {
  const page = reading
    .select({
      transactionId: pointLines.transactionId,
      account: pointLines.account,
      amount: pointLines.amount,
      at: pointLines.at
    })
    .from(pointLines)
    .where(and(eq(pointLines.personId, personId), from && lte(pointLines.at, from.at)))
    .orderBy(desc(pointLines.at), desc(pointLines.transactionId), desc(pointLines.account))
    .limit(limit)
    .offset(from?.shown ?? 0)
    .as('page')
  return reading
    .select({
      transactionId: page.transactionId,
      account: page.account,
      amount: page.amount,
      at: page.at,
      kind: pointTransactions.kind,
      rule: pointTransactions.rule,
      cause: pointTransactions.cause,
      businessDate: pointTransactions.businessDate,
      clipped: pointTransactions.clipped,
      clippedBy: pointTransactions.clippedBy,
      lotLeft: pointLots.leftAmount,
      lotExpiresOn: pointLots.expiresOn
    })
    .from(page)
    .innerJoin(pointTransactions, eq(pointTransactions.transactionId, page.transactionId))
    .leftJoin(pointLots, eq(pointLots.lotId, page.transactionId))
    .orderBy(desc(page.at), desc(page.transactionId), desc(page.account))
}
