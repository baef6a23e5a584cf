import { createHash } from 'node:crypto'
import type { PointRule } from '#contract/points-shapes'
import { businessDateOf } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { clipTo, daysThatCount, roomsOf, rulesOfReports, yearOf, type Room, type RuleInForce } from '#server/points/limits/limit-rules'
import { addToBudget, holdBudget, listGiven, readRules } from '#server/points/limits/limit-store'
import { expiryOf, lotMovesOf } from '#server/points/lots/lot-rules'
import { insertLot, insertLotMoves, listLotsLeft } from '#server/points/lots/lot-store'
import {
  awardId,
  changeOfAvailable,
  contestAwardId,
  entriesOfAwardAtOnce,
  entriesOfClawback,
  entriesOfPendingAward,
  entriesOfRelease,
  hoursAwardId,
  pointsForMinutes,
  quizAwardId,
  releaseId,
  reversalId,
  type PointTransaction
} from '#server/points/points-rules'
import {
  findAward,
  findDigest,
  insertEntries,
  insertTransaction,
  listAwards,
  lockPoints,
  readBalances,
  type RecordedAward
} from '#server/points/points-store'
import { refuse } from '#server/refusal'

/** What a transaction says, apart from when it was recorded: a cause repeated later is still the same cause. */
function digestOf({ transactionId, kind, rule, cause, personId, content = [] }: PointTransaction): string {
  return createHash('sha256')
    .update(JSON.stringify([transactionId, kind, rule, cause, personId, ...content]))
    .digest('base64url')
}

/** Whether a transaction is written already; with other content under its id it is refused with `same-key-other-content`. */
export async function isRecorded(writing: Writing, transaction: PointTransaction): Promise<boolean> {
  const digest = await findDigest(writing, transaction.transactionId)
  return digest !== undefined && (digest === digestOf(transaction) || refuse('same-key-other-content'))
}

/** What becomes available makes a lot, what goes leaves those that end first, unless the transaction says its moves itself. */
async function moveLots(writing: Writing, transaction: PointTransaction): Promise<void> {
  const { transactionId, personId, at } = transaction
  const change = changeOfAvailable(transaction)
  const lots = change < 0 && !transaction.moves ? await listLotsLeft(writing, personId) : []
  const moves = transaction.moves ?? lotMovesOf(change, lots, transactionId)
  if (moves.reduce((sum, move) => sum + move.amount, 0) !== change)
    throw new Error(`the lots of ${transaction.kind} do not follow its lines`)
  if (moves.some(move => move.lotId === transactionId))
    await insertLot(writing, { lotId: transactionId, personId, amount: change, expiresOn: expiryOf(businessDateOf(at)), at })
  await insertLotMoves(writing, transactionId, moves)
}

/**
 * Writes a transaction, once. Its lines must sum to zero (double entry); the same id with the same content is the first answer
 * again, with other content it is refused with `same-key-other-content`. Nothing is ever changed: a mistake is met by `reverse`.
 * The caller holds the lock on the person's points.
 * @returns whether this call wrote it.
 */
export async function recordPoints(writing: Writing, transaction: PointTransaction): Promise<boolean> {
  const sum = transaction.entries.reduce((total, entry) => total + entry.amount, 0)
  if (sum !== 0) throw new Error(`transaction ${transaction.kind} of ${transaction.rule} sums to ${sum}, not to zero`)
  if (!(await insertTransaction(writing, transaction, digestOf(transaction)))) {
    await isRecorded(writing, transaction)
    return false
  }
  await insertEntries(writing, transaction)
  await moveLots(writing, transaction)
  return true
}

interface Award {
  transactionId: string
  rule: PointRule
  cause: string
  personId: string
  /** The caps count by it, and it says which version of the rule is in force. */
  businessDate: string
  /** What the cause says; it may not change under the same id. */
  content: readonly number[]
  /** What the rule gives for it, before any limit. */
  valueOf: (inForce: RuleInForce) => number
  /** Waits until it is released; otherwise it is available at once. */
  isPending?: boolean
  /** Limits the cause itself brings. */
  rooms?: readonly Room[]
  now: Date
}

/**
 * The one way points are awarded: by the version of the rule in force on the business date, clipped to what is left of every cap and
 * budget; what was cut off is recorded with the limit that cut it, even where nothing is left to give; what is worth nothing has no line. A debt is paid
 * first. The same award gives its points once.
 * @returns the points it gave, also when it is asked again.
 */
async function award(writing: Writing, asked: Award): Promise<number> {
  const { transactionId, rule, cause, personId, businessDate, content, now } = asked
  await lockPoints(writing, personId)
  const rules = await readRules(writing, businessDate)
  const said = {
    transactionId,
    kind: 'award',
    rule,
    ruleVersion: rules[rule].version,
    cause,
    personId,
    businessDate,
    at: now,
    content
  } as const
  if (await isRecorded(writing, { ...said, clipped: 0, entries: [] })) return (await findAward(writing, transactionId))?.amount ?? 0
  const value = asked.valueOf(rules[rule])
  if (value === 0) return 0
  const given = await listGiven(writing, personId, daysThatCount(businessDate))
  const givenThisYear = await holdBudget(writing, rule, yearOf(businessDate), rules[rule].budget !== null)
  const rooms = [...roomsOf({ rule, on: businessDate, given, givenThisYear }, rules), ...(asked.rooms ?? [])]
  const { given: amount, ...cut } = clipTo(value, rooms)
  const entries = asked.isPending
    ? entriesOfPendingAward(personId, rule, amount)
    : entriesOfAwardAtOnce(personId, rule, amount, (await readBalances(writing, personId)).debt)
  await recordPoints(writing, { ...said, ...cut, entries })
  if (givenThisYear !== undefined) await addToBudget(writing, rule, yearOf(businessDate), amount)
  return amount
}

const settling = ({ rule, ruleVersion, personId }: RecordedAward, cause: string) => ({ rule, ruleVersion, cause, personId, clipped: 0 })

/** Pending points become available, once, and never after they were taken back. */
async function release(writing: Writing, given: RecordedAward, cause: string, now: Date): Promise<void> {
  await lockPoints(writing, given.personId)
  if (given.amount === 0 || (await findDigest(writing, reversalId(given.transactionId)))) return
  const { debt } = await readBalances(writing, given.personId)
  await recordPoints(writing, {
    ...{ ...settling(given, cause), transactionId: releaseId(given.transactionId), kind: 'release' },
    ...{ businessDate: businessDateOf(now), at: now, entries: entriesOfRelease(given.personId, given.amount, debt) }
  })
}

/**
 * Takes an award back, once: what of it still waits, then what is available, and the rest is owed. Only an award can be reversed; a
 * reversal that was wrong is met by a new award or an adjustment. Caps and budgets count it no more.
 */
async function reverse(
  writing: Writing,
  given: RecordedAward,
  said: { cause: string; businessDate: string; isPending: boolean; now: Date }
): Promise<void> {
  const { transactionId, personId, rule, amount } = given
  await lockPoints(writing, personId)
  if (amount === 0 || (await findDigest(writing, reversalId(transactionId)))) return
  const isWaiting = said.isPending && !(await findDigest(writing, releaseId(transactionId)))
  const year = yearOf(given.businessDate)
  const givenThisYear = await holdBudget(writing, rule, year, false)
  const { available } = await readBalances(writing, personId)
  await recordPoints(writing, {
    ...{ ...settling(given, said.cause), transactionId: reversalId(transactionId), kind: 'reverse' },
    ...{ businessDate: said.businessDate, at: said.now },
    entries: entriesOfClawback(personId, rule, amount, { ownPending: isWaiting ? amount : 0, available })
  })
  if (givenThisYear !== undefined) await addToBudget(writing, rule, year, 0 - amount)
}

/**
 * Takes any award back by its id, for whoever found that it should not have been given.
 * @throws where the transaction is not an award: a reversal is never reversed, a mistake in it is met by an adjustment.
 */
export async function reverseAward(writing: Writing, { transactionId, now }: { transactionId: string; now: Date }): Promise<void> {
  const given = await findAward(writing, transactionId)
  if (!given) throw new Error('only an award can be reversed')
  const isPending = rulesOfReports.includes(given.rule)
  await reverse(writing, given, { cause: transactionId, businessDate: businessDateOf(now), isPending, now })
}

const causeOf = (reportId: string, closingRound: number) => `report:${reportId}.${closingRound}`

/** Gives a person pending points for a report that was closed as solved. */
export async function awardForReport(
  writing: Writing,
  { rule, personId, reportId, closingRound, now }: { rule: PointRule; personId: string; reportId: string; closingRound: number; now: Date }
): Promise<void> {
  await award(writing, {
    ...{ transactionId: awardId(rule, reportId, closingRound, personId), rule, cause: causeOf(reportId, closingRound), personId },
    ...{ businessDate: businessDateOf(now), content: [], valueOf: ({ value }) => value ?? 0, isPending: true, now }
  })
}

/** The objection window of this closing passed, or the reporter confirmed it: its points become available, once. */
export async function releasePointsOfReport(writing: Writing, reportId: string, closingRound: number, now: Date): Promise<void> {
  const cause = causeOf(reportId, closingRound)
  for (const given of await listAwards(writing, cause)) await release(writing, given, cause, now)
}

/** An upheld objection overturned this closing: its points are taken back, once. */
export async function clawBackPointsOfReport(writing: Writing, reportId: string, closingRound: number, now: Date): Promise<void> {
  const cause = causeOf(reportId, closingRound)
  for (const given of await listAwards(writing, cause))
    await reverse(writing, given, { cause, businessDate: businessDateOf(now), isPending: true, now })
}

interface ServedEntry {
  entryId: string
  personId: string
  /** The day that was served: the caps count by it, however late the entry became final. */
  businessDate: string
  now: Date
}

/** Gives the points of an entry of service time that became final, available at once. The same entry gives its points once. */
export async function awardForHours(writing: Writing, entry: ServedEntry & { minutes: number }): Promise<void> {
  const { entryId, personId, businessDate, minutes, now } = entry
  await award(writing, {
    ...{ transactionId: hoursAwardId(entryId, personId), rule: 'volunteering', cause: `hours:${entryId}`, personId, businessDate },
    ...{ content: [minutes], valueOf: inForce => pointsForMinutes(minutes, inForce.value ?? 0), now }
  })
}

/** An entry was reversed: what it gave is taken from what is available; what was spent already is owed. Once; nothing where it gave nothing. */
export async function reverseForHours(writing: Writing, { entryId, personId, businessDate, now }: ServedEntry): Promise<void> {
  const given = await findAward(writing, hoursAwardId(entryId, personId))
  if (given) await reverse(writing, given, { cause: `hours:${entryId}`, businessDate, isPending: false, now })
}

interface EndedAttempt {
  attemptId: string
  personId: string
  /** Right answers that may earn. */
  rightCount: number
  now: Date
}

/**
 * Gives the points of an attempt that ended, for each right answer that may earn; available at once. The caps count by the day it was
 * answered on, even where the clock ends it the day after. The same attempt gives its points once.
 * @returns the points it gave, also when it is asked again.
 */
export async function awardForQuiz(writing: Writing, ended: EndedAttempt & { businessDate: string }): Promise<number> {
  const { attemptId, personId, businessDate, rightCount, now } = ended
  if (rightCount === 0) return 0
  return award(writing, {
    ...{ transactionId: quizAwardId(attemptId, personId), rule: 'quizzes', cause: `attempt:${attemptId}`, personId, businessDate },
    ...{ content: [rightCount], valueOf: ({ value }) => rightCount * (value ?? 0), now }
  })
}

interface EndedContestAttempt extends EndedAttempt {
  contestId: string
  pointsPerRight: number
  perPersonMax: number
  /** What the contest may still give; whoever calls holds it. */
  budgetLeft: number
}

/**
 * Gives the points of an attempt at a contest: for each right answer, at most so many a person, as far as the contest's budget lasts;
 * available at once. The same attempt gives its points once.
 * @returns the points it gave, also when it is asked again.
 */
export async function awardForContest(writing: Writing, ended: EndedContestAttempt): Promise<number> {
  const { attemptId, contestId, personId, rightCount, pointsPerRight, perPersonMax, budgetLeft, now } = ended
  if (rightCount === 0) return 0
  return award(writing, {
    ...{ transactionId: contestAwardId(attemptId, personId), rule: 'contests', cause: `contest:${contestId}`, personId },
    ...{ businessDate: businessDateOf(now), content: [rightCount], valueOf: () => Math.min(rightCount * pointsPerRight, perPersonMax) },
    ...{ rooms: [{ by: 'budget', left: budgetLeft }], now }
  })
}
