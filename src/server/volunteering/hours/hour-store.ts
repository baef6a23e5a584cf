import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { and, asc, desc, eq, gt, gte, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { CertifiedActivity, MinutesByGrade } from '#contract/volunteering-shapes'
import type { HourEntryState } from '#contract/volunteering-states'
import type { Reading, Writing } from '#server/database/database'
import { activities } from '#server/volunteering/activities/activity-tables'
import { hourEntries, hourStandings } from '#server/volunteering/hours/hour-tables'

export type EntryRow = typeof hourEntries.$inferSelect
/** An entry before the chain gives it its place. */
export type NewEntry = Omit<EntryRow, 'sequence' | 'previousHash' | 'hash'>

/** What the first entry has before it. */
export const CHAIN_BEGINS = '0'.repeat(64)
const CHAIN_PAGE = 1_000

/** SHA-256 over the canonical JSON (RFC 8785) of every column but the hash itself, in hex. */
export function hashOf({ hash: _, ...columns }: Omit<EntryRow, 'hash'> & { hash?: string }): string {
  const text = canonicalize({ ...columns, at: columns.at.toISOString() }) ?? ''
  return createHash('sha256').update(text).digest('hex')
}

/** How long the chain is, and the hash it ends in: what a certificate names. */
export async function chainHead(reading: Reading): Promise<ChainEnd> {
  const [last] = await reading
    .select({ length: hourEntries.sequence, hash: hourEntries.hash })
    .from(hourEntries)
    .orderBy(desc(hourEntries.sequence))
    .limit(1)
  return last ?? { length: 0, hash: CHAIN_BEGINS }
}

/**
 * Adds entries at the end of the chain, in this order. Whoever adds waits for the transaction before, so that numbers have no gap
 * and no two entries follow the same one. Where they stand is written beside them.
 */
export async function appendEntries(
  writing: Writing,
  rows: readonly (NewEntry & { standing: { state: HourEntryState; noticeUntil: Date; auditDrawnAt?: Date | undefined } })[]
): Promise<EntryRow[]> {
  if (rows.length === 0) return []
  await writing.execute(sql`select pg_advisory_xact_lock(hashtextextended('hours:chain', 0))`)
  let { length: sequence, hash: previousHash } = await chainHead(writing)
  const entries = rows.map(({ standing: _, ...row }) => {
    sequence += 1
    const linked = { ...row, sequence, previousHash }
    previousHash = hashOf(linked)
    return { ...linked, hash: previousHash }
  })
  await writing.insert(hourEntries).values(entries)
  await writing.insert(hourStandings).values(rows.map(({ entryId, personId, standing }) => ({ entryId, personId, ...standing })))
  return entries
}

export interface ChainEnd {
  length: number
  hash: string
}

/** Follows entries from an end of the chain on: how far they go on from it, each the next number, each with its own right hash. */
export function followChain(end: ChainEnd, entries: readonly EntryRow[]): { end: ChainEnd; isWhole: boolean } {
  let { length, hash } = end
  for (const entry of entries) {
    if (entry.sequence !== length + 1 || entry.previousHash !== hash || entry.hash !== hashOf(entry))
      return { end: { length, hash }, isWhole: false }
    ;({ sequence: length, hash } = entry)
  }
  return { end: { length, hash }, isWhole: true }
}

/** Whether an entry stands somewhere that is not in the chain. */
async function hasLostEntry(reading: Reading): Promise<boolean> {
  const [lost] = await reading
    .select({ entryId: hourStandings.entryId })
    .from(hourStandings)
    .leftJoin(hourEntries, eq(hourEntries.entryId, hourStandings.entryId))
    .where(isNull(hourEntries.entryId))
    .limit(1)
  return lost !== undefined
}

/**
 * Walks the whole chain, a page at a time. `length` is how far it is whole: the next number is missing, edited or out of place. An end
 * that was cut off leaves standings behind; cut off with them, it is still seen by whoever kept `chainHead`, as every certificate does.
 */
export async function verifyChain(reading: Reading): Promise<{ length: number; isWhole: boolean }> {
  let end: ChainEnd = { length: 0, hash: CHAIN_BEGINS }
  // The first page has no lower bound: an entry hidden below number 1 breaks the chain too.
  let after: number | undefined
  for (;;) {
    const page = await reading
      .select()
      .from(hourEntries)
      .where(after === undefined ? undefined : gt(hourEntries.sequence, after))
      .orderBy(asc(hourEntries.sequence))
      .limit(CHAIN_PAGE)
    const followed = followChain(end, page)
    end = followed.end
    after = end.length
    if (followed.isWhole && page.length === CHAIN_PAGE) continue
    return { length: end.length, isWhole: followed.isWhole && !(await hasLostEntry(reading)) }
  }
}

const ofPerson = (personId: string, ...more: (SQL | undefined)[]) => and(eq(hourEntries.personId, personId), ...more)

/** Minutes of some entries by grade, in one row. */
export const minutesByGrade = {
  A: sql<number>`coalesce(sum(${hourEntries.minutes}) filter (where ${hourEntries.grade} = 'A'), 0)::int`,
  B: sql<number>`coalesce(sum(${hourEntries.minutes}) filter (where ${hourEntries.grade} = 'B'), 0)::int`,
  C: sql<number>`coalesce(sum(${hourEntries.minutes}) filter (where ${hourEntries.grade} = 'C'), 0)::int`,
  D: sql<number>`coalesce(sum(${hourEntries.minutes}) filter (where ${hourEntries.grade} = 'D'), 0)::int`
}

const isFinal = eq(hourStandings.state, 'final')

/**
 * A person's final minutes by grade, served from one business date to another, both included. Profile, certificate and export all
 * count by this. A reversed entry and its reversal both count nothing.
 */
export async function finalMinutesOf(
  reading: Reading,
  personId: string,
  from?: string,
  to?: string
): Promise<{ minutes: number; byGrade: MinutesByGrade; activityCount: number }> {
  const within = [from ? gte(hourEntries.businessDate, from) : undefined, to ? lte(hourEntries.businessDate, to) : undefined]
  const [row] = await reading
    .select({ ...minutesByGrade, activityCount: sql<number>`count(distinct ${hourEntries.activityId})::int` })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(ofPerson(personId, isFinal, ...within))
  const { activityCount = 0, ...byGrade } = row ?? { A: 0, B: 0, C: 0, D: 0 }
  return { minutes: byGrade.A + byGrade.B + byGrade.C + byGrade.D, byGrade, activityCount }
}

/** Where a person's final minutes of a period come from: activities by their first day of service. An activity that gave none is left out. */
export async function finalActivitiesOf(
  reading: Reading,
  personId: string,
  { from, to, limit }: { from: string; to: string; limit: number }
): Promise<CertifiedActivity[]> {
  const [first, last] = [sql<string>`min(${hourEntries.businessDate})`, sql<string>`max(${hourEntries.businessDate})`]
  const minutes = sql<number>`sum(${hourEntries.minutes})::int`
  return reading
    .select({ title: activities.title, from: first, to: last, minutes })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .innerJoin(activities, eq(activities.activityId, hourEntries.activityId))
    .where(ofPerson(personId, isFinal, gte(hourEntries.businessDate, from), lte(hourEntries.businessDate, to)))
    .groupBy(activities.activityId, activities.title)
    .having(sql`sum(${hourEntries.minutes}) > 0`)
    .orderBy(asc(first), asc(activities.title))
    .limit(limit)
}

/** Final minutes of a person by month of service, the latest month first. */
export async function finalMonthsOf(reading: Reading, personId: string): Promise<{ month: string; byGrade: MinutesByGrade }[]> {
  const month = sql<string>`substr(${hourEntries.businessDate}, 1, 7)`
  const rows = await reading
    .select({ month, ...minutesByGrade })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(ofPerson(personId, isFinal))
    .groupBy(month)
    .orderBy(desc(month))
  return rows.map(({ month: name, ...byGrade }) => ({ month: name, byGrade }))
}

/** Minutes that are entered and neither final nor reversed, and those of them that a flag or a dispute froze. */
export async function minutesOnNotice(reading: Reading, personId: string): Promise<{ onNotice: number; frozen: number }> {
  const waits = sql`${hourStandings.state} in ('notice', 'frozen')`
  const [row] = await reading
    .select({
      onNotice: sql<number>`coalesce(sum(${hourEntries.minutes}), 0)::int`,
      frozen: sql<number>`coalesce(sum(${hourEntries.minutes}) filter (where ${hourStandings.state} = 'frozen'), 0)::int`
    })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(ofPerson(personId, waits))
  return row ?? { onNotice: 0, frozen: 0 }
}

export type ListedEntry = Awaited<ReturnType<typeof listEntriesOf>>[number]

/** A person's entries with where each stands, newest first, from after the last one of the page before. */
export async function listEntriesOf(reading: Reading, personId: string, limit = 10_000, after?: { at: Date; id: string }) {
  const moment = after && sql`${after.at.toISOString()}::timestamptz`
  const keyset = after && sql`(${hourEntries.at} <= ${moment} and (${hourEntries.at} < ${moment} or ${hourEntries.entryId} < ${after.id}))`
  const rows = await reading
    .select({ entry: hourEntries, standing: hourStandings, activityTitle: activities.title })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .leftJoin(activities, eq(activities.activityId, hourEntries.activityId))
    .where(ofPerson(personId, keyset))
    .orderBy(desc(hourEntries.at), desc(hourEntries.entryId))
    .limit(limit)
  return rows.map(({ entry, standing, activityTitle }) => ({ ...entry, standing, activityTitle: activityTitle ?? '' }))
}

/** A person's entries for their own copy of their data: whole, without the ids of others. */
export async function exportHoursOf(reading: Reading, personId: string) {
  const entries = await listEntriesOf(reading, personId)
  return entries.map(({ entryId, activityTitle, businessDate, minutes, grade, source, reason, at, hash, standing }) => ({
    ...{ entryId, activityTitle, on: businessDate, minutes, grade, source, reason, enteredAt: at.toISOString(), hash },
    ...{ state: standing.state, noticeUntil: standing.noticeUntil.toISOString(), finalAt: standing.finalAt?.toISOString() ?? null }
  }))
}
