import { check, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { TransactionKind } from '#contract/points'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Append-only. The id comes from the cause, so the same cause writes it once. */
export const pointTransactions = pgTable(
  'point_transactions',
  {
    transactionId: text('transaction_id').primaryKey(),
    kind: text('kind').$type<TransactionKind>().notNull(),
    rule: text('rule').notNull(),
    ruleVersion: integer('rule_version').notNull(),
    cause: text('cause').notNull(),
    personId: text('person_id').notNull(),
    businessDate: text('business_date').notNull(),
    at: at('at').notNull(),
    /** What the rule would have given beyond a cap. */
    clipped: integer('clipped').notNull().default(0),
    digest: text('digest').notNull()
  },
  table => [
    index('point_transactions_day').on(table.personId, table.businessDate, table.rule),
    index('point_transactions_cause').on(table.cause)
  ]
)

/** The lines of a transaction sum to zero. */
export const pointLines = pgTable(
  'point_lines',
  {
    transactionId: text('transaction_id')
      .notNull()
      .references(() => pointTransactions.transactionId),
    account: text('account').notNull(),
    amount: integer('amount').notNull(),
    personId: text('person_id'),
    at: at('at').notNull()
  },
  table => [
    primaryKey({ columns: [table.transactionId, table.account] }),
    index('point_lines_person').on(table.personId, table.at.desc(), table.transactionId.desc())
  ]
)

/** A projection of the lines, rebuilt from them at any time. A person's accounts never fall below zero, but for debt; issuers may. */
export const pointBalances = pgTable(
  'point_balances',
  {
    account: text('account').primaryKey(),
    balance: integer('balance').notNull()
  },
  table => [
    check(
      'people_are_never_below_zero',
      sql`${table.account} not like 'person:%' or ${table.account} like '%:debt' or ${table.balance} >= 0`
    )
  ]
)
