import { and, asc, desc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm'
import type { PersonAccount, TransactionKind } from '#contract/points-shapes'
import type { Reading } from '#server/database/database'
import { people } from '#server/people/people-tables'
import { pointBalances, pointLines, pointTransactions } from '#server/points/points-tables'

/** Accounts of the city, by what they stand for. */
const classOf = sql<'issuer' | 'redeemed' | 'expired' | 'adjustment'>`split_part(${pointLines.account}, ':', 1)`

export interface Turnover {
  month: string
  side: string
  rule: string
  amount: number
}

const inPeriod = (from: string, to: string) => and(gte(pointTransactions.businessDate, from), lte(pointTransactions.businessDate, to))

/** What moved on the accounts of the city, by month of its business date, account and rule. */
export const listTurnover = (reading: Reading, { from, to }: { from: string; to: string }): Promise<Turnover[]> =>
  reading
    .select({
      month: sql<string>`left(${pointTransactions.businessDate}, 7)`,
      side: classOf,
      rule: pointTransactions.rule,
      amount: sql<number>`sum(${pointLines.amount})::int`
    })
    .from(pointTransactions)
    .innerJoin(pointLines, eq(pointLines.transactionId, pointTransactions.transactionId))
    .where(and(sql`${pointLines.personId} is null`, inPeriod(from, to)))
    .groupBy(sql`1`, sql`2`, sql`3`)
    .orderBy(sql`1`)

export const listClipped = (reading: Reading, { from, to }: { from: string; to: string }) =>
  reading
    .select({ rule: pointTransactions.rule, clipped: sql<number>`sum(${pointTransactions.clipped})::int` })
    .from(pointTransactions)
    .where(and(inPeriod(from, to), sql`${pointTransactions.clipped} > 0`))
    .groupBy(pointTransactions.rule)

/** What all people have together, and the sum over every line of the ledger, which is zero. */
export async function readStanding(reading: Reading): Promise<Record<PersonAccount | 'sum', number>> {
  const rows = await reading
    .select({
      account: sql<PersonAccount>`substring(${pointBalances.account} from '[^:]*$')`,
      sum: sql<number>`sum(${pointBalances.balance})::int`
    })
    .from(pointBalances)
    .where(sql`${pointBalances.account} like 'person:%'`)
    .groupBy(sql`1`)
  const of = (account: PersonAccount) => rows.find(row => row.account === account)?.sum ?? 0
  const [total] = await reading.select({ sum: sql<number>`coalesce(sum(${pointLines.amount}), 0)::int` }).from(pointLines)
  return { pending: of('pending'), available: of('available'), held: of('held'), debt: 0 - of('debt'), sum: total?.sum ?? 0 }
}

export interface Searched {
  personId?: string | undefined
  cause?: string | undefined
  rule?: string | undefined
  kind?: TransactionKind | undefined
  from?: string | undefined
  to?: string | undefined
}

/** A cause is found by how it begins, e.g. `report:<id>` for every round of a report. */
function whereOf({ personId, cause, rule, kind, from, to }: Searched): SQL | undefined {
  return and(
    personId === undefined ? undefined : eq(pointTransactions.personId, personId),
    cause === undefined ? undefined : sql`starts_with(${pointTransactions.cause}, ${cause})`,
    rule === undefined ? undefined : eq(pointTransactions.rule, rule),
    kind && eq(pointTransactions.kind, kind),
    from === undefined ? undefined : gte(pointTransactions.businessDate, from),
    to === undefined ? undefined : lte(pointTransactions.businessDate, to)
  )
}

export type TransactionRow = typeof pointTransactions.$inferSelect

export const listTransactions = (
  reading: Reading,
  searched: Searched,
  { limit, beginning }: { limit: number; beginning?: { at: Date; shown: number } | undefined }
): Promise<TransactionRow[]> =>
  reading
    .select()
    .from(pointTransactions)
    .where(and(whereOf(searched), beginning && lte(pointTransactions.at, beginning.at)))
    .orderBy(desc(pointTransactions.at), desc(pointTransactions.transactionId))
    .limit(limit)
    .offset(beginning?.shown ?? 0)

export interface LineRow {
  transactionId: string
  account: string
  amount: number
}

/** The lines of these transactions. */
export async function listLinesOf(reading: Reading, transactionIds: readonly string[]): Promise<Map<string, LineRow[]>> {
  const found = new Map<string, LineRow[]>(transactionIds.map(transactionId => [transactionId, []]))
  if (transactionIds.length === 0) return found
  const rows = await reading
    .select({ transactionId: pointLines.transactionId, account: pointLines.account, amount: pointLines.amount })
    .from(pointLines)
    .where(inArray(pointLines.transactionId, [...transactionIds]))
    .orderBy(pointLines.transactionId, pointLines.account)
  for (const row of rows) found.get(row.transactionId)?.push(row)
  return found
}

const ofPerson = (account: PersonAccount) =>
  sql<number>`coalesce(sum(${pointLines.amount}) filter (where ${pointLines.account} like ${`person:%:${account}`}), 0)::int`

/** Transactions of a period for a table, oldest first: what each changed on every account of its person, and for the city. */
export const listForTable = (reading: Reading, { from, to }: { from: string; to: string }, limit: number) =>
  reading
    .select({
      transactionId: pointTransactions.transactionId,
      at: pointTransactions.at,
      on: pointTransactions.businessDate,
      kind: pointTransactions.kind,
      rule: pointTransactions.rule,
      ruleVersion: pointTransactions.ruleVersion,
      cause: pointTransactions.cause,
      name: people.displayName,
      clipped: pointTransactions.clipped,
      pending: ofPerson('pending'),
      available: ofPerson('available'),
      held: ofPerson('held'),
      debt: ofPerson('debt'),
      city: sql<number>`coalesce(sum(${pointLines.amount}) filter (where ${pointLines.personId} is null), 0)::int`
    })
    .from(pointTransactions)
    .leftJoin(pointLines, eq(pointLines.transactionId, pointTransactions.transactionId))
    .leftJoin(people, eq(people.personId, pointTransactions.personId))
    .where(inPeriod(from, to))
    .groupBy(pointTransactions.transactionId, people.displayName)
    .orderBy(asc(pointTransactions.at), asc(pointTransactions.transactionId))
    .limit(limit)
export type TableRow = Awaited<ReturnType<typeof listForTable>>[number]
