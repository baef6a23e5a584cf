import * as v from 'valibot'
import { command, query } from '#contract/operation'
import {
  Adjustment,
  adjustmentStates,
  PointLine,
  pointRules,
  RuleCaps,
  ruleScopes,
  RuleVersion,
  transactionKinds
} from '#contract/points-shapes'
import { BusinessDate, Count, Cursor, Id, line, Nothing, onceKey, text } from '#contract/shapes'

const count = Count
const Reason = v.pipe(text(200), v.minLength(4))
const Sums = v.object({
  /** Awarded less taken back. */
  issued: v.number(),
  redeemed: count,
  expired: count,
  adjusted: v.number()
})

/**
 * Somebody whose points are meant. The name is masked, for many may begin alike and are none of the office's business; by the end of the number,
 * which everybody finds in the copy of their own data, two of one name are told apart.
 */
export const AccountHolder = v.object({ personId: Id, maskedName: v.string(), ending: v.string() })
export type AccountHolder = v.InferOutput<typeof AccountHolder>

/** What the city answers for. For supervisors and admins of the whole city, unless it says otherwise. */
export const officeOperations = {
  listRules: query({
    summary: 'Every rule with its version in force, those to come, and what it gave this year. Anybody may read how points come about.',
    isOpen: true,
    input: Nothing,
    output: v.object({
      rules: v.array(v.object({ current: RuleVersion, coming: v.array(RuleVersion), givenThisYear: v.optional(v.number()) }))
    })
  }),
  setRule: command({
    summary:
      'A new version of a rule from a business date on, today at the earliest; what was awarded before stays as it is. Admins of the city only.',
    input: v.object({
      ...onceKey,
      rule: v.picklist(ruleScopes),
      value: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))),
      caps: RuleCaps,
      budget: v.optional(count),
      effectiveFrom: BusinessDate,
      reason: v.optional(Reason)
    }),
    output: RuleVersion,
    refusals: ['not-found', 'rule-faults']
  }),
  proposeAdjustment: command({
    summary: 'Proposes to give or take points by hand, with a reason; nothing moves until somebody else approves.',
    input: v.object({
      ...onceKey,
      personId: Id,
      amount: v.pipe(v.number(), v.integer(), v.minValue(-1_000), v.maxValue(1_000), v.notValue(0)),
      reason: Reason
    }),
    output: Adjustment,
    refusals: ['not-found', 'same-person']
  }),
  findAccountHolders: query({
    summary:
      'People whose displayed name begins so, masked, at most 10, each with how their number ends: whom an adjustment or a freeze is for. At most 20 searches a minute.',
    input: v.object({ name: v.pipe(line(20), v.minLength(2)) }),
    output: v.object({ people: v.array(AccountHolder), isMore: v.boolean() }),
    refusals: ['not-found', 'too-many']
  }),
  approveAdjustment: command({
    summary: 'Approves or refuses a proposal of somebody else; neither of the two may be the person it is for.',
    input: v.object({ adjustmentId: Id, isApproved: v.optional(v.boolean()), note: v.optional(text(200)) }),
    output: Adjustment,
    refusals: ['not-found', 'same-person', 'already-done', 'not-enough-points']
  }),
  listAdjustments: query({
    summary: 'Proposals, those to decide first, then newest first.',
    input: v.object({ state: v.optional(v.picklist(adjustmentStates)), cursor: v.optional(Cursor) }),
    output: v.object({ adjustments: v.array(Adjustment), nextCursor: v.optional(Cursor) }),
    refusals: ['not-found']
  }),
  freezePoints: command({
    summary:
      'Holds what somebody has while something is looked into, or lifts that; once each. Frozen points cannot be spent and do not expire.',
    input: v.object({ personId: Id, isFrozen: v.boolean(), reason: Reason }),
    output: v.object({ isFrozen: v.boolean(), held: count }),
    refusals: ['not-found', 'same-person', 'already-done', 'not-enough-points']
  }),
  getLedgerSummary: query({
    summary: 'The whole ledger in a few numbers; `sum` is zero or the books are wrong.',
    input: v.object({ year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2100))) }),
    output: v.object({
      ...Sums.entries,
      pending: count,
      available: count,
      held: count,
      debt: count,
      /** What the city still owes: pending, available and held. */
      liability: count,
      sum: v.number(),
      byRule: v.array(v.object({ rule: v.picklist(pointRules), issued: v.number(), clipped: count, budget: v.optional(count) })),
      byMonth: v.array(v.object({ month: v.string(), ...Sums.entries }))
    }),
    refusals: ['not-found']
  }),
  searchTransactions: query({
    summary: 'Transactions for an auditor, newest first, each with its lines; people are masked.',
    input: v.object({
      personId: v.optional(Id),
      cause: v.optional(line(100)),
      rule: v.optional(line(40)),
      kind: v.optional(v.picklist(transactionKinds)),
      from: v.optional(BusinessDate),
      to: v.optional(BusinessDate),
      cursor: v.optional(Cursor)
    }),
    output: v.object({
      transactions: v.array(
        v.object({
          transactionId: v.string(),
          ...v.pick(PointLine, ['at', 'on', 'kind', 'rule', 'cause', 'clipped']).entries,
          ruleVersion: v.number(),
          maskedName: v.optional(v.string()),
          author: v.optional(v.string()),
          approver: v.optional(v.string()),
          lines: v.array(v.object({ account: v.string(), amount: v.number() }))
        })
      ),
      nextCursor: v.optional(Cursor)
    }),
    refusals: ['not-found']
  }),
  exportLedger: query({
    summary: 'Where the summary and the transactions of a period can be downloaded as XLSX for ten minutes.',
    input: v.object({ from: BusinessDate, to: BusinessDate }),
    output: v.object({ url: v.string() }),
    refusals: ['not-found']
  })
}
