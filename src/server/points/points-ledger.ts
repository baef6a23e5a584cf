import { createHash } from 'node:crypto'
import type { PointRule } from '#contract/points'
import { businessDateOf } from '#server/business-date'
import type { Writing } from '#server/database/database'
import {
  accountOf,
  awardId,
  clipToCap,
  entriesOfAwardAtOnce,
  entriesOfClawback,
  entriesOfRelease,
  hoursAwardId,
  issuerOf,
  pointsForMinutes,
  quizAwardId,
  rulesOfReports,
  ruleValues,
  type PointEntry,
  type PointTransaction
} from '#server/points/points-rules'
import {
  awardedOn,
  findDigest,
  givenBy,
  insertEntries,
  insertTransaction,
  listAwards,
  lockPoints,
  netGivenOn,
  readBalances
} from '#server/points/points-store'
import { refuse } from '#server/refusal'

/** What a transaction says, apart from when it was recorded: a cause repeated later is still the same cause. */
function digestOf({ transactionId, kind, rule, cause, personId }: PointTransaction): string {
  return createHash('sha256')
    .update(JSON.stringify([transactionId, kind, rule, cause, personId]))
    .digest('base64url')
}

/**
 * Writes a transaction, once. Its lines must sum to zero (double entry); the same id with the same content is the first answer
 * again, with other content it is refused with `same-key-other-content`. Nothing is ever changed: a mistake is met by `reverse`.
 * @returns whether this call wrote it.
 */
export async function recordPoints(writing: Writing, transaction: PointTransaction): Promise<boolean> {
  const sum = transaction.entries.reduce((total, entry) => total + entry.amount, 0)
  if (sum !== 0) throw new Error(`transaction ${transaction.kind} of ${transaction.rule} sums to ${sum}, not to zero`)
  const digest = digestOf(transaction)
  if (!(await insertTransaction(writing, transaction, digest))) {
    if ((await findDigest(writing, transaction.transactionId)) !== digest) refuse('same-key-other-content')
    return false
  }
  await insertEntries(writing, transaction)
  return true
}

interface Award {
  transactionId: string
  rule: PointRule
  personId: string
  amount: number
}

const causeOf = (reportId: string, closingRound: number) => `report:${reportId}.${closingRound}`

/** Gives a person pending points for a report that was closed as solved, up to the daily cap for reports. */
export async function awardForReport(
  writing: Writing,
  { rule, personId, reportId, closingRound, now }: { rule: PointRule; personId: string; reportId: string; closingRound: number; now: Date }
): Promise<void> {
  await lockPoints(writing, personId)
  const businessDate = businessDateOf(now)
  const { points, perDayMax, version } = ruleValues[rule]
  const { given, clipped } = clipToCap(points, await awardedOn(writing, personId, businessDate, rulesOfReports), perDayMax)
  // Even where the cap left nothing there is a line, of 0: it is where the person reads what was clipped.
  const entries = [
    { account: issuerOf(rule), amount: -given },
    { account: accountOf(personId, 'pending'), amount: given }
  ]
  const transactionId = awardId(rule, reportId, closingRound, personId)
  const cause = causeOf(reportId, closingRound)
  await recordPoints(writing, {
    transactionId,
    kind: 'award',
    rule,
    ruleVersion: version,
    cause,
    personId,
    businessDate,
    at: now,
    clipped,
    entries
  })
}

type SettlementKind = 'release' | 'reverse'

const settlementId = (kind: SettlementKind, awardTransactionId: string) => `${kind}:${awardTransactionId}`

/** The lines that settle one award; none where it was taken back before. The caller holds the lock on the person's points. */
async function entriesOfSettlement(writing: Writing, kind: SettlementKind, award: Award): Promise<PointEntry[]> {
  const isRecorded = async (other: SettlementKind) => (await findDigest(writing, settlementId(other, award.transactionId))) !== undefined
  const has = await readBalances(writing, award.personId)
  if (kind === 'release') return (await isRecorded('reverse')) ? [] : entriesOfRelease(award.personId, award.amount, has.debt)
  // What is pending after this award's release came from other awards, whose own release will ask for it.
  const own = (await isRecorded('release')) ? { ...has, pending: 0 } : has
  return entriesOfClawback(award.personId, award.rule, award.amount, own)
}

async function settle(writing: Writing, kind: SettlementKind, reportId: string, closingRound: number, now: Date): Promise<void> {
  const cause = causeOf(reportId, closingRound)
  const awards = await listAwards(writing, cause)
  for (const { rule: ruleName, ...given } of awards.sort((a, b) => a.personId.localeCompare(b.personId))) {
    const award = { ...given, rule: ruleName as PointRule }
    if (award.amount === 0) continue
    await lockPoints(writing, award.personId)
    const entries = await entriesOfSettlement(writing, kind, award)
    if (entries.length === 0) continue
    await recordPoints(writing, {
      transactionId: settlementId(kind, award.transactionId),
      kind,
      rule: award.rule,
      ruleVersion: ruleValues[award.rule].version,
      cause,
      personId: award.personId,
      businessDate: businessDateOf(now),
      at: now,
      clipped: 0,
      entries
    })
  }
}

/** The objection window of this closing passed, or the reporter confirmed it: its points become available, once. */
export const releasePointsOfReport = (writing: Writing, reportId: string, closingRound: number, now: Date) =>
  settle(writing, 'release', reportId, closingRound, now)

/** An upheld objection overturned this closing: its points are taken back, once. */
export const clawBackPointsOfReport = (writing: Writing, reportId: string, closingRound: number, now: Date) =>
  settle(writing, 'reverse', reportId, closingRound, now)

interface ServedEntry {
  entryId: string
  personId: string
  /** The day that was served: the cap counts by it, however late the entry became final. */
  businessDate: string
  now: Date
}

const ofHours = ({ entryId, personId, businessDate, now }: ServedEntry) => ({
  rule: 'volunteering' as const,
  ruleVersion: ruleValues.volunteering.version,
  cause: `hours:${entryId}`,
  personId,
  businessDate,
  at: now
})

/**
 * Gives the points of an entry of service time that became final: available at once, a debt is paid first, at most forty a day that
 * was served over all entries. What the cap cut off is recorded. The same entry gives its points once.
 */
export async function awardForHours(writing: Writing, entry: ServedEntry & { minutes: number }): Promise<void> {
  const { entryId, personId, businessDate } = entry
  const value = pointsForMinutes(entry.minutes)
  if (value === 0) return
  await lockPoints(writing, personId)
  const before = await netGivenOn(writing, personId, businessDate, 'volunteering')
  const { given, clipped } = clipToCap(value, before, ruleValues.volunteering.perDayMax)
  const { debt } = await readBalances(writing, personId)
  const entries = entriesOfAwardAtOnce(personId, 'volunteering', given, debt)
  await recordPoints(writing, { ...ofHours(entry), transactionId: hoursAwardId(entryId, personId), kind: 'award', clipped, entries })
}

/** An entry was reversed: what it gave is taken from what is available; what was spent already is owed. Once; nothing where it gave nothing. */
export async function reverseForHours(writing: Writing, entry: ServedEntry): Promise<void> {
  const { entryId, personId } = entry
  await lockPoints(writing, personId)
  const awarded = hoursAwardId(entryId, personId)
  const given = await givenBy(writing, awarded, 'volunteering')
  if (given === 0) return
  // What is pending belongs to awards that wait for their own release.
  const has = { ...(await readBalances(writing, personId)), pending: 0 }
  const entries = entriesOfClawback(personId, 'volunteering', given, has)
  await recordPoints(writing, {
    ...ofHours(entry),
    transactionId: settlementId('reverse', awarded),
    kind: 'reverse',
    clipped: 0,
    entries
  })
}

interface EndedAttempt {
  attemptId: string
  personId: string
  /** The day it was answered on: the cap counts by it, even where the clock ends it the day after. */
  businessDate: string
  /** Right answers that may earn. */
  rightCount: number
  now: Date
}

/**
 * Gives the points of an attempt that ended: one for each right answer that may earn, available at once, a debt is paid first, at most
 * six a day. What the cap cut off is recorded. The same attempt gives its points once.
 * @returns the points it gave, also when it is asked again.
 */
export async function awardForQuiz(
  writing: Writing,
  { attemptId, personId, businessDate, rightCount, now }: EndedAttempt
): Promise<number> {
  if (rightCount === 0) return 0
  const rule = 'quizzes'
  const { points, perDayMax, version: ruleVersion } = ruleValues[rule]
  await lockPoints(writing, personId)
  const { given, clipped } = clipToCap(rightCount * points, await netGivenOn(writing, personId, businessDate, rule), perDayMax)
  const { debt } = await readBalances(writing, personId)
  const entries = entriesOfAwardAtOnce(personId, rule, given, debt)
  const said = { kind: 'award', rule, ruleVersion, cause: `attempt:${attemptId}`, personId, businessDate, at: now } as const
  const transactionId = quizAwardId(attemptId, personId)
  const isWritten = await recordPoints(writing, { ...said, transactionId, clipped, entries })
  return isWritten ? given : givenBy(writing, transactionId, rule)
}
