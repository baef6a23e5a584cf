import { and, desc, eq, inArray, like, lte, sql } from 'drizzle-orm'
import type { PointRule } from '#contract/points'
import type { Reading, Writing } from '#server/database/database'
import { accountOf, issuerOf, type PersonAccount, type PointTransaction } from '#server/points/points-rules'
import { pointBalances, pointLines, pointTransactions } from '#server/points/points-tables'

const BALANCES: readonly PersonAccount[] = ['pending', 'available', 'held', 'debt']

/** Everything that changes one person's points waits its turn, so that caps and balances are decided on what is true. */
export const lockPoints = (writing: Writing, personId: string) =>
  writing.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`points:${personId}`}, 0))`)

/** A person's balances; `debt` is given as a positive number. */
export async function readBalances(reading: Reading, personId: string): Promise<Record<PersonAccount, number>> {
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

/** What these rules awarded a person on a business date, before anything was taken back. */
export async function awardedOn(reading: Reading, personId: string, businessDate: string, rules: readonly PointRule[]): Promise<number> {
  const [row] = await reading
    .select({ sum: sql<number>`coalesce(sum(${pointLines.amount}), 0)::int` })
    .from(pointTransactions)
    .innerJoin(pointLines, eq(pointLines.transactionId, pointTransactions.transactionId))
    .where(
      and(
        eq(pointTransactions.personId, personId),
        eq(pointTransactions.businessDate, businessDate),
        inArray(pointTransactions.rule, [...rules]),
        eq(pointTransactions.kind, 'award'),
        eq(pointLines.account, accountOf(personId, 'pending'))
      )
    )
  return row?.sum ?? 0
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

/** What a transaction took from its issuer: the points it gave. */
export async function givenBy(reading: Reading, transactionId: string, rule: PointRule): Promise<number> {
  const [row] = await reading
    .select({ amount: pointLines.amount })
    .from(pointLines)
    .where(and(eq(pointLines.transactionId, transactionId), eq(pointLines.account, issuerOf(rule))))
  return 0 - (row?.amount ?? 0)
}

/** Takes the id; false where a transaction with it is there already. */
export async function insertTransaction(writing: Writing, transaction: PointTransaction, digest: string): Promise<boolean> {
  const { entries: _, ...row } = transaction
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
  // In a fixed order, so that two transactions on the same accounts never wait for each other in a circle. A row is made empty and
  // then changed: PostgreSQL checks the row an upsert proposes, and what is taken away would be below zero there.
  for (const { account, amount } of [...entries].sort((a, b) => a.account.localeCompare(b.account))) {
    await writing.insert(pointBalances).values({ account, balance: 0 }).onConflictDoNothing()
    await writing
      .update(pointBalances)
      .set({ balance: sql`${pointBalances.balance} + ${amount}` })
      .where(eq(pointBalances.account, account))
  }
}

export async function findDigest(reading: Reading, transactionId: string): Promise<string | undefined> {
  const [row] = await reading
    .select({ digest: pointTransactions.digest })
    .from(pointTransactions)
    .where(eq(pointTransactions.transactionId, transactionId))
  return row?.digest
}

/** The awards of one cause, e.g. `report:<id>.<round>`, with what they gave. */
export function listAwards(reading: Reading, cause: string) {
  return reading
    .select({
      transactionId: pointTransactions.transactionId,
      rule: pointTransactions.rule,
      personId: pointTransactions.personId,
      amount: pointLines.amount
    })
    .from(pointTransactions)
    .innerJoin(pointLines, and(eq(pointLines.transactionId, pointTransactions.transactionId), like(pointLines.account, 'person:%:pending')))
    .where(and(eq(pointTransactions.cause, cause), eq(pointTransactions.kind, 'award')))
}

export type PointLineRow = Awaited<ReturnType<typeof listLinesOfPerson>>[number]

/**
 * Lines on a person's own accounts, newest first. `from` is where a page begins: the moment of the last line before it, and how many
 * lines of that very moment were shown. Ids name report and person and would make a cursor longer than cursors may be.
 */
export async function listLinesOfPerson(reading: Reading, personId: string, limit = 10_000, from?: { at: Date; shown: number }) {
  return reading
    .select({
      transactionId: pointLines.transactionId,
      account: pointLines.account,
      amount: pointLines.amount,
      at: pointLines.at,
      kind: pointTransactions.kind,
      rule: pointTransactions.rule,
      cause: pointTransactions.cause,
      businessDate: pointTransactions.businessDate,
      clipped: pointTransactions.clipped
    })
    .from(pointLines)
    .innerJoin(pointTransactions, eq(pointTransactions.transactionId, pointLines.transactionId))
    .where(and(eq(pointLines.personId, personId), like(pointLines.account, `person:${personId}:%`), from && lte(pointLines.at, from.at)))
    .orderBy(desc(pointLines.at), desc(pointLines.transactionId), desc(pointLines.account))
    .limit(limit)
    .offset(from?.shown ?? 0)
}
