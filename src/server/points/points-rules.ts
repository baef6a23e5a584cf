import type { PointRule, TransactionKind } from '#contract/points'
import { QUIZ_POINTS_PER_DAY_MAX, REPORT_FOLLOWED_POINTS, REPORT_POINTS_PER_DAY_MAX, REPORT_SOLVED_POINTS } from '#contract/points'
import { POINTS_PER_HOUR, VOLUNTEERING_POINTS_PER_DAY_MAX } from '#contract/volunteering-states'

/** One side of a double entry; the lines of a transaction sum to zero. */
export interface PointEntry {
  account: string
  amount: number
}

/** A transaction as a cause makes it. The id comes from the cause, never from chance. */
export interface PointTransaction {
  transactionId: string
  kind: TransactionKind
  rule: PointRule
  ruleVersion: number
  cause: string
  personId: string
  businessDate: string
  at: Date
  clipped: number
  entries: readonly PointEntry[]
}

export type PersonAccount = 'pending' | 'available' | 'held' | 'debt'

export const accountOf = (personId: string, account: PersonAccount) => `person:${personId}:${account}`
export const issuerOf = (rule: PointRule) => `issuer:${rule}`

/** What each rule gives (volunteering: for an hour), and the most its group gives one person in a business day. */
export const ruleValues: Record<PointRule, { version: number; points: number; perDayMax: number }> = {
  'report-solved': { version: 1, points: REPORT_SOLVED_POINTS, perDayMax: REPORT_POINTS_PER_DAY_MAX },
  'report-followed': { version: 1, points: REPORT_FOLLOWED_POINTS, perDayMax: REPORT_POINTS_PER_DAY_MAX },
  volunteering: { version: 1, points: POINTS_PER_HOUR, perDayMax: VOLUNTEERING_POINTS_PER_DAY_MAX },
  quizzes: { version: 1, points: 1, perDayMax: QUIZ_POINTS_PER_DAY_MAX }
}

/** Why a line is there, in words a person reads. */
const reasons: Partial<Record<TransactionKind, string>> = {
  award: '先记在待到账：你确认解决了，或十四天没有异议，就能用',
  release: '已经确认解决，从待到账转成可用',
  reverse: '有人说没解决，核实后重办，这一笔先退回'
}

const reasonsOfHours: Partial<Record<TransactionKind, string>> = {
  award: '服务时长公示期满，每小时记 10 分，每天最多 40 分',
  reverse: '这段服务时长更正了，它的积分先退回'
}

const reasonsOfQuizzes: Partial<Record<TransactionKind, string>> = {
  award: '答对了新题或到期该复习的题，每题 1 分，每天最多 6 分'
}

const reasonsOf: Record<string, Partial<Record<TransactionKind, string>>> = { volunteering: reasonsOfHours, quizzes: reasonsOfQuizzes }

export const reasonOf = (kind: TransactionKind, rule: string) => (reasonsOf[rule] ?? reasons)[kind] ?? ''

/** The rules that share one daily cap: all that comes from reports. */
export const rulesOfReports: readonly PointRule[] = ['report-solved', 'report-followed']

/** A report closed for the nth time gives its points once per closing; after an upheld objection the next closing counts anew. */
export const awardId = (rule: PointRule, reportId: string, closingRound: number, personId: string) =>
  `award:${rule}:report:${reportId}.${closingRound}:${personId}`

/** Each entry of service time gives its points once. */
export const hoursAwardId = (entryId: string, personId: string) => `award:volunteering:hours:${entryId}:${personId}`

/** Each attempt gives its points once. */
export const quizAwardId = (attemptId: string, personId: string) => `award:quizzes:attempt:${attemptId}:${personId}`

/** Whole points for minutes of service: ten an hour, one for every full six minutes. */
export const pointsForMinutes = (minutes: number) => Math.max(0, Math.floor((minutes * ruleValues.volunteering.points) / 60))

/** Clips a value to what a cap leaves. `given + clipped` is always the rule's value. */
export function clipToCap(value: number, alreadyToday: number, perDayMax: number): { given: number; clipped: number } {
  const given = Math.max(0, Math.min(value, perDayMax - alreadyToday))
  return { given, clipped: value - given }
}

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

/** Overturned work is taken back from pending, then available; what is missing is owed. `debt` holds it as a negative balance. */
export function entriesOfClawback(
  personId: string,
  rule: PointRule,
  amount: number,
  has: { pending: number; available: number }
): PointEntry[] {
  const fromPending = Math.min(amount, has.pending)
  const fromAvailable = Math.min(amount - fromPending, has.available)
  return [
    { account: accountOf(personId, 'pending'), amount: -fromPending },
    { account: accountOf(personId, 'available'), amount: -fromAvailable },
    { account: accountOf(personId, 'debt'), amount: -(amount - fromPending - fromAvailable) },
    { account: issuerOf(rule), amount }
  ].filter(entry => entry.amount !== 0)
}
