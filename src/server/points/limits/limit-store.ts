import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import { ruleScopes, type PointRule, type RuleScope } from '#contract/points-shapes'
import type { Reading, Writing } from '#server/database/database'
import { inForceOn, type Given, type RulesInForce } from '#server/points/limits/limit-rules'
import { pointBudgets, pointLines, pointRuleVersions, pointTransactions } from '#server/points/points-tables'

export type RuleVersionRow = typeof pointRuleVersions.$inferSelect

export const listRuleVersions = (reading: Reading): Promise<RuleVersionRow[]> =>
  reading.select().from(pointRuleVersions).orderBy(asc(pointRuleVersions.rule), asc(pointRuleVersions.version))

/** Every scope as it is in force on a business date. */
export async function readRules(reading: Reading, on: string): Promise<RulesInForce> {
  const versions = await listRuleVersions(reading)
  const said = ruleScopes.map(scope => {
    const inForce = inForceOn(
      versions.filter(one => one.rule === scope),
      on
    )
    if (!inForce) throw new Error(`no version of ${scope} is in force on ${on}`)
    return [scope, inForce] as const
  })
  return Object.fromEntries(said) as unknown as RulesInForce
}

/** Versions of a rule are numbered one by one. */
export const lockRule = (writing: Writing, rule: RuleScope) =>
  writing.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`point-rule:${rule}`}, 0))`)

export const insertRuleVersion = (writing: Writing, row: RuleVersionRow) => writing.insert(pointRuleVersions).values(row)

/** What every rule gave a person on these days and did not take back. */
export async function listGiven(reading: Reading, personId: string, { from, to }: { from: string; to: string }): Promise<Given[]> {
  return reading
    .select({
      rule: sql<PointRule>`${pointTransactions.rule}`,
      on: pointTransactions.businessDate,
      amount: sql<number>`-sum(${pointLines.amount})::int`
    })
    .from(pointTransactions)
    .innerJoin(
      pointLines,
      and(
        eq(pointLines.transactionId, pointTransactions.transactionId),
        sql`${pointLines.account} = 'issuer:' || ${pointTransactions.rule}`
      )
    )
    .where(
      and(
        eq(pointTransactions.personId, personId),
        gte(pointTransactions.businessDate, from),
        lte(pointTransactions.businessDate, to),
        eq(pointTransactions.kind, 'award'),
        sql`not exists (select 1 from point_transactions r where r.transaction_id = 'reverse:' || ${pointTransactions.transactionId})`
      )
    )
    .groupBy(pointTransactions.rule, pointTransactions.businessDate)
}

/** What a rule gave for the days of a calendar year and did not take back, counted from the lines. */
const givenInYear = (rule: string, year: number) => sql`select coalesce(-sum(l.amount), 0)::int from point_transactions t
  join point_lines l on l.transaction_id = t.transaction_id and l.account = 'issuer:' || t.rule
  where t.rule = ${rule} and t.kind = 'award' and t.business_date between ${`${year}-01-01`} and ${`${year}-12-31`}
  and not exists (select 1 from point_transactions r where r.transaction_id = 'reverse:' || t.transaction_id)`

async function keptOf(writing: Writing, rule: PointRule, year: number): Promise<number | undefined> {
  const [row] = await writing
    .select({ given: pointBudgets.given })
    .from(pointBudgets)
    .where(and(eq(pointBudgets.rule, rule), eq(pointBudgets.year, year)))
    .for('update')
  return row?.given
}

/**
 * What a rule gave everybody in a year, held until the transaction ends; undefined where no budget ever limited it, and then nobody
 * waits. Kept from the first award on that a budget limits: that one waits for all awards under way, so that none is missed.
 */
export async function holdBudget(writing: Writing, rule: PointRule, year: number, isLimited: boolean): Promise<number | undefined> {
  const kept = await keptOf(writing, rule, year)
  if (kept !== undefined) return kept
  const key = sql`hashtextextended(${`point-budget:${rule}`}, 0)`
  await writing.execute(isLimited ? sql`select pg_advisory_xact_lock(${key})` : sql`select pg_advisory_xact_lock_shared(${key})`)
  const since = await keptOf(writing, rule, year)
  if (since !== undefined || !isLimited) return since
  await writing.execute(sql`insert into point_budgets (rule, year, given) values (${rule}, ${year}::int, (${givenInYear(rule, year)}))`)
  return keptOf(writing, rule, year)
}

/** Adds to what a rule gave in a year, where that is kept. The caller holds it. */
export const addToBudget = (writing: Writing, rule: PointRule, year: number, amount: number) =>
  writing
    .update(pointBudgets)
    .set({ given: sql`${pointBudgets.given} + ${amount}` })
    .where(and(eq(pointBudgets.rule, rule), eq(pointBudgets.year, year)))

/** What rules that a budget ever limited gave in a year. */
export async function listKeptBudgets(reading: Reading, year: number): Promise<Map<string, number>> {
  const rows = await reading
    .select({ rule: pointBudgets.rule, given: pointBudgets.given })
    .from(pointBudgets)
    .where(eq(pointBudgets.year, year))
  return new Map(rows.map(row => [row.rule, row.given]))
}

/** What every rule gave for the days of a year and did not take back, counted from the lines. */
export async function listGivenByRule(reading: Reading, year: number): Promise<Map<string, number>> {
  const rows = await reading
    .select({ rule: pointTransactions.rule, given: sql<number>`-sum(${pointLines.amount})::int` })
    .from(pointTransactions)
    .innerJoin(
      pointLines,
      and(
        eq(pointLines.transactionId, pointTransactions.transactionId),
        sql`${pointLines.account} = 'issuer:' || ${pointTransactions.rule}`
      )
    )
    .where(
      and(
        eq(pointTransactions.kind, 'award'),
        gte(pointTransactions.businessDate, `${year}-01-01`),
        lte(pointTransactions.businessDate, `${year}-12-31`),
        sql`not exists (select 1 from point_transactions r where r.transaction_id = 'reverse:' || ${pointTransactions.transactionId})`
      )
    )
    .groupBy(pointTransactions.rule)
  return new Map(rows.map(row => [row.rule, row.given]))
}
