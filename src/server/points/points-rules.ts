import type { ClipReason, PointRule, TransactionKind } from '#contract/points-shapes'
import type { LotMove } from '#server/points/lots/lot-rules'

/** One side of a double entry; the lines of a transaction sum to zero. */
export interface PointEntry {
  account: string
  amount: number
}

/** What a line names as its rule: one that awards, or what else moves points. */
export type LedgerRule = PointRule | 'rewards' | 'freeze' | 'expiry' | 'adjustment' | 'debt'

/** A transaction as a cause makes it. The id comes from the cause, never from chance. */
export interface PointTransaction {
  transactionId: string
  kind: TransactionKind
  rule: LedgerRule
  ruleVersion: number
  cause: string
  personId: string
  businessDate: string
  at: Date
  clipped: number
  clippedBy?: ClipReason | undefined
  authorId?: string | undefined
  approverId?: string | undefined
  note?: string | undefined
  entries: readonly PointEntry[]
  /** What lots get or give; where it is not said, more available points make a lot and fewer take the earliest. */
  moves?: readonly LotMove[] | undefined
  /** What the cause says beside its names, e.g. minutes or an amount: the same id with other content is refused. */
  content?: readonly (string | number)[] | undefined
}

export type PersonAccount = 'pending' | 'available' | 'held' | 'debt'

export const accountOf = (personId: string, account: PersonAccount) => `person:${personId}:${account}`
export const issuerOf = (rule: PointRule) => `issuer:${rule}`
export const EXPIRED = 'expired'
export const ADJUSTMENT = 'adjustment'

/** The accounts of points that were spent, one for each thing they were spent on. */
export const redeemedFor = (rewardId: string) => `redeemed:${rewardId}`

/** How the available points of the person change. */
export const changeOfAvailable = ({ personId, entries }: Pick<PointTransaction, 'personId' | 'entries'>) =>
  entries.find(entry => entry.account === accountOf(personId, 'available'))?.amount ?? 0

/** Each award is released once and reversed once. */
export const releaseId = (awardTransactionId: string) => `release:${awardTransactionId}`
export const reversalId = (awardTransactionId: string) => `reverse:${awardTransactionId}`
export const holdTransactionId = (holdId: string) => `hold:${holdId}`
export const captureId = (holdId: string) => `capture:${holdId}`
export const voidId = (holdId: string) => `void:${holdId}`
/** A lot may get points back after it expired, and then expires again. */
export const expiryId = (lotId: string, round: number) => `expire:${round}:${lotId}`

/** A report closed for the nth time gives its points once per closing; after an upheld objection the next closing counts anew. */
export const awardId = (rule: PointRule, reportId: string, closingRound: number, personId: string) =>
  `award:${rule}:report:${reportId}.${closingRound}:${personId}`

/** Each entry of service time gives its points once. */
export const hoursAwardId = (entryId: string, personId: string) => `award:volunteering:hours:${entryId}:${personId}`

/** Each attempt gives its points once. */
export const quizAwardId = (attemptId: string, personId: string) => `award:quizzes:attempt:${attemptId}:${personId}`

/** Each attempt at a contest gives its points once. */
export const contestAwardId = (attemptId: string, personId: string) => `award:contests:attempt:${attemptId}:${personId}`

/** Whole points for minutes of service: with ten an hour, one for every full six minutes. */
export const pointsForMinutes = (minutes: number, pointsPerHour: number) => Math.max(0, Math.floor((minutes * pointsPerHour) / 60))

/** Points that came in pending become available; a debt is paid first. */
export function entriesOfRelease(personId: string, amount: number, debt: number): PointEntry[] {
  const repaid = Math.min(amount, debt)
  return [
    { account: accountOf(personId, 'pending'), amount: -amount },
    { account: accountOf(personId, 'available'), amount: amount - repaid },
    { account: accountOf(personId, 'debt'), amount: repaid }
  ].filter(entry => entry.amount !== 0)
}

/** Points that need no waiting: available at once, a debt is paid first. Even 0 has a line, where the person reads what was clipped. */
export function entriesOfAwardAtOnce(personId: string, rule: PointRule, amount: number, debt: number): PointEntry[] {
  const repaid = Math.min(amount, debt)
  const paid = { account: accountOf(personId, 'debt'), amount: repaid }
  return [
    { account: issuerOf(rule), amount: 0 - amount },
    { account: accountOf(personId, 'available'), amount: amount - repaid },
    ...(repaid > 0 ? [paid] : [])
  ]
}

/** Points that have to wait. Even 0 has a line, where the person reads what was clipped. */
export const entriesOfPendingAward = (personId: string, rule: PointRule, amount: number): PointEntry[] => [
  { account: issuerOf(rule), amount: 0 - amount },
  { account: accountOf(personId, 'pending'), amount }
]

/** What somebody has, in points; none is below zero. */
export interface Purse {
  pending: number
  available: number
  held: number
  debt: number
}

/**
 * A reversed award is taken back from its own pending points, then from what is available; what is missing is owed. `debt` holds it as
 * a negative balance. `ownPending` is what of this very award still waits: pending points of others wait for their own release.
 */
export function entriesOfClawback(
  personId: string,
  rule: PointRule,
  amount: number,
  has: { ownPending: number; available: number }
): PointEntry[] {
  const fromPending = Math.min(amount, has.ownPending)
  const fromAvailable = Math.min(amount - fromPending, has.available)
  return [
    { account: accountOf(personId, 'pending'), amount: -fromPending },
    { account: accountOf(personId, 'available'), amount: -fromAvailable },
    { account: accountOf(personId, 'debt'), amount: -(amount - fromPending - fromAvailable) },
    { account: issuerOf(rule), amount }
  ].filter(entry => entry.amount !== 0)
}

/** From one account to another; nothing moves nothing. */
const entriesOfMove = (from: string, to: string, amount: number): PointEntry[] =>
  amount === 0
    ? []
    : [
        { account: from, amount: -amount },
        { account: to, amount }
      ]

/** Available points are kept for something. */
export const entriesOfHold = (personId: string, amount: number) =>
  entriesOfMove(accountOf(personId, 'available'), accountOf(personId, 'held'), amount)

/** What was kept is given for good. */
export const entriesOfCapture = (personId: string, amount: number, into: string) => entriesOfMove(accountOf(personId, 'held'), into, amount)

/** What was kept is free again. */
export const entriesOfVoid = (personId: string, amount: number) =>
  entriesOfMove(accountOf(personId, 'held'), accountOf(personId, 'available'), amount)

/** What a lot still holds after its last day is gone. */
export const entriesOfExpiry = (personId: string, left: number) => entriesOfMove(accountOf(personId, 'available'), EXPIRED, left)

/** Available points pay what is owed, as far as they go: after a hold gave them back. */
export const entriesOfRepayment = (personId: string, { available, debt }: Pick<Purse, 'available' | 'debt'>) =>
  entriesOfMove(accountOf(personId, 'available'), accountOf(personId, 'debt'), Math.min(available, debt))

/** Points given by hand pay a debt first; points taken by hand come out of what is available, which the caller has checked. */
export function entriesOfAdjustment(personId: string, amount: number, debt: number): PointEntry[] {
  const repaid = Math.max(0, Math.min(amount, debt))
  return [
    { account: ADJUSTMENT, amount: 0 - amount },
    { account: accountOf(personId, 'available'), amount: amount - repaid },
    { account: accountOf(personId, 'debt'), amount: repaid }
  ].filter(entry => entry.amount !== 0)
}
