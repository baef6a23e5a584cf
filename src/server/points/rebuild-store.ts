import { sql, type SQL } from 'drizzle-orm'
import type { Writing } from '#server/database/database'

/** What the append-only tables say each projection holds. Sums are made by the database: memory does not grow with the ledger. */
const saidBalances = sql`select account, sum(amount)::int as balance from point_lines group by account`

const saidLots = sql`select m.lot_id, t.person_id, sum(m.amount) filter (where m.transaction_id = m.lot_id)::int as amount,
  sum(m.amount)::int as left_amount, (extract(year from (t.at at time zone 'UTC') + interval '8 hours')::int + 1) || '-12-31' as expires_on, t.at
  from point_lot_moves m join point_transactions t on t.transaction_id = m.lot_id group by m.lot_id, t.person_id, t.at`

const saidHolds = sql`select substr(t.transaction_id, 6) as hold_id, t.person_id, coalesce(l.amount, 0) as amount,
  case t.kind when 'freeze' then 'freeze' else 'redemption' end as purpose, t.cause,
  case when c.at is not null then 'captured' when v.at is not null then 'voided' else 'open' end as state, t.at, coalesce(c.at, v.at) as resolved_at
  from point_transactions t
  left join point_lines l on l.transaction_id = t.transaction_id and l.account = 'person:' || t.person_id || ':held'
  left join point_transactions c on c.transaction_id = 'capture:' || substr(t.transaction_id, 6)
  left join point_transactions v on v.transaction_id = 'void:' || substr(t.transaction_id, 6)
  where t.kind in ('hold', 'freeze')`

/** Budgets are kept only where one ever limited its rule; those that are kept are counted anew. */
const saidBudgets = sql`select b.rule, b.year, coalesce(-sum(l.amount), 0)::int as given from point_budgets b
  left join (point_transactions t join point_lines l on l.transaction_id = t.transaction_id and l.account = 'issuer:' || t.rule
    and t.kind = 'award' and not exists (select 1 from point_transactions r where r.transaction_id = 'reverse:' || t.transaction_id))
  on t.rule = b.rule and t.business_date between b.year || '-01-01' and b.year || '-12-31' group by b.rule, b.year`

export interface Difference {
  projection: string
  id: string
  kept: string | null
  said: string | null
}

const differing = (projection: string, said: SQL, table: SQL, key: SQL, values: SQL) => sql`
  select ${projection}::text as projection, coalesce(k.id, s.id) as id, k.held as kept, s.held as said
  from (select ${key} as id, (${values})::text as held from ${table} x) k
  full join (select ${key} as id, (${values})::text as held from (${said}) x) s on s.id = k.id
  where k.held is distinct from s.held`

const everyDifference = sql`
  ${differing('balance', saidBalances, sql`point_balances`, sql`x.account`, sql`x.balance`)}
  union all ${differing('lot', saidLots, sql`point_lots`, sql`x.lot_id`, sql`(x.person_id, x.amount, x.left_amount, x.expires_on, x.at)`)}
  union all ${differing('hold', saidHolds, sql`point_holds`, sql`x.hold_id`, sql`(x.person_id, x.amount, x.purpose, x.cause, x.state, x.at, x.resolved_at)`)}
  union all ${differing('budget', saidBudgets, sql`point_budgets`, sql`x.rule || ' ' || x.year`, sql`x.given`)}`

/** Where what is kept is not what the append-only tables say; `count` of them all, the first `limit` in full. */
export async function listDifferences(writing: Writing, limit: number): Promise<{ count: number; differences: Difference[] }> {
  const answer: unknown = await writing.execute(
    sql`select d.*, count(*) over ()::int as count from (${everyDifference}) d order by projection, id limit ${limit}::int`
  )
  const { rows } = answer as { rows: (Difference & { count: number })[] }
  return { count: rows[0]?.count ?? 0, differences: rows.map(({ count: _, ...difference }) => difference) }
}

/** Sums of a million lines are made in memory, not on disk; only for this transaction. */
export const widenMemory = (writing: Writing) => writing.execute(sql`set local work_mem = '64MB'`)

/** Whoever writes points waits: what they wrote before is counted, what they write after is added to it. */
export const holdProjections = (writing: Writing) =>
  writing.execute(sql`lock table point_balances, point_lots, point_holds, point_budgets in exclusive mode`)

/** Writes every projection anew. Of which days a person was warned before a lot ends stays: it is not part of the books. */
export async function rebuildProjections(writing: Writing): Promise<void> {
  await writing.execute(sql`delete from point_balances`)
  await writing.execute(sql`insert into point_balances (account, balance) ${saidBalances}`)
  await writing.execute(sql`delete from point_lots l where not exists (select 1 from point_lot_moves m where m.lot_id = l.lot_id)`)
  await writing.execute(sql`insert into point_lots as k (lot_id, person_id, amount, left_amount, expires_on, at) ${saidLots}
    on conflict (lot_id) do update set person_id = excluded.person_id, amount = excluded.amount, left_amount = excluded.left_amount,
      expires_on = excluded.expires_on, at = excluded.at
    where (k.person_id, k.amount, k.left_amount, k.expires_on, k.at)
      is distinct from (excluded.person_id, excluded.amount, excluded.left_amount, excluded.expires_on, excluded.at)`)
  await writing.execute(sql`delete from point_holds`)
  await writing.execute(sql`insert into point_holds (hold_id, person_id, amount, purpose, cause, state, at, resolved_at) ${saidHolds}`)
  await writing.execute(sql`update point_budgets k set given = s.given from (${saidBudgets}) s where s.rule = k.rule and s.year = k.year`)
}
