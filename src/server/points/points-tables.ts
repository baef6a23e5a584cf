import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { adjustmentStates, ClipReason, RuleCaps, RuleScope, TransactionKind } from '#contract/points-shapes'

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
    /** What the rule would have given beyond a limit, and the limit that left least. */
    clipped: integer('clipped').notNull().default(0),
    clippedBy: text('clipped_by').$type<ClipReason>(),
    /** Staff behind it, where a person decided it by hand: who proposed, and who approved. */
    authorId: text('author_id'),
    approverId: text('approver_id'),
    /** Why they did it, where it stands nowhere else. */
    note: text('note'),
    digest: text('digest').notNull()
  },
  table => [
    index('point_transactions_day').on(table.personId, table.businessDate, table.rule),
    index('point_transactions_cause').on(table.cause),
    // Read backwards for the newest first.
    index('point_transactions_newest').on(table.at, table.transactionId),
    index('point_transactions_budget').on(table.rule, table.businessDate)
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

/** What became available at once and is used up, or expires, together. A projection of the moves. */
export const pointLots = pgTable(
  'point_lots',
  {
    /** The transaction that made it. */
    lotId: text('lot_id').primaryKey(),
    personId: text('person_id').notNull(),
    amount: integer('amount').notNull(),
    leftAmount: integer('left_amount').notNull(),
    /** The last day it can be used. */
    expiresOn: text('expires_on').notNull(),
    at: at('at').notNull(),
    /** The least number of days before its end at which its person was warned; not part of the books. */
    warnedDays: integer('warned_days')
  },
  table => [
    check('lots_are_never_below_zero', sql`${table.leftAmount} >= 0`),
    index('point_lots_left')
      .on(table.personId, table.expiresOn, table.lotId)
      .where(sql`left_amount > 0`),
    index('point_lots_due')
      .on(table.expiresOn, table.lotId)
      .where(sql`left_amount > 0`)
  ]
)

/** Append-only: what a transaction added to a lot, or took from it. The first move of a lot is that of the transaction that made it. */
export const pointLotMoves = pgTable(
  'point_lot_moves',
  {
    transactionId: text('transaction_id')
      .notNull()
      .references(() => pointTransactions.transactionId),
    lotId: text('lot_id').notNull(),
    amount: integer('amount').notNull()
  },
  table => [primaryKey({ columns: [table.transactionId, table.lotId] }), index('point_lot_moves_lot').on(table.lotId)]
)

/** Available points kept for something, until they are captured or voided, once. A projection of the transactions. */
export const pointHolds = pgTable(
  'point_holds',
  {
    holdId: text('hold_id').primaryKey(),
    personId: text('person_id').notNull(),
    amount: integer('amount').notNull(),
    purpose: text('purpose').$type<HoldPurpose>().notNull(),
    cause: text('cause').notNull(),
    state: text('state').$type<HoldState>().notNull(),
    at: at('at').notNull(),
    resolvedAt: at('resolved_at')
  },
  table => [
    index('point_holds_person').on(table.personId, table.state),
    uniqueIndex('point_holds_one_freeze')
      .on(table.personId)
      .where(sql`purpose = 'freeze' and state = 'open'`)
  ]
)
export type HoldPurpose = 'redemption' | 'freeze'
export type HoldState = 'open' | 'captured' | 'voided'

/** Append-only: what a rule says from a business date on. */
export const pointRuleVersions = pgTable(
  'point_rule_versions',
  {
    rule: text('rule').$type<RuleScope>().notNull(),
    version: integer('version').notNull(),
    value: integer('value'),
    caps: jsonb('caps').$type<RuleCaps>().notNull(),
    budget: integer('budget'),
    effectiveFrom: text('effective_from').notNull(),
    authorId: text('author_id'),
    reason: text('reason'),
    at: at('at').notNull()
  },
  table => [primaryKey({ columns: [table.rule, table.version] })]
)

/** What a rule gave in a calendar year, less what was taken back; kept from the first award on that a budget limits. */
export const pointBudgets = pgTable(
  'point_budgets',
  {
    rule: text('rule').notNull(),
    year: integer('year').notNull(),
    given: integer('given').notNull()
  },
  table => [primaryKey({ columns: [table.rule, table.year] })]
)

/** Points given or taken by hand: one proposes, somebody else decides. */
export const pointAdjustments = pgTable(
  'point_adjustments',
  {
    adjustmentId: text('adjustment_id').primaryKey(),
    personId: text('person_id').notNull(),
    amount: integer('amount').notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<(typeof adjustmentStates)[number]>().notNull(),
    isOpen: boolean('is_open').notNull(),
    proposerId: text('proposer_id').notNull(),
    proposedAt: at('proposed_at').notNull(),
    deciderId: text('decider_id'),
    decidedAt: at('decided_at'),
    note: text('note')
  },
  table => [
    index('point_adjustments_list').on(table.isOpen, table.proposedAt, table.adjustmentId),
    index('point_adjustments_person').on(table.personId)
  ]
)
