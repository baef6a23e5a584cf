import { and, asc, eq, inArray, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import type { EntryRow } from '#server/volunteering/hours/hour-store'
import { hourEntries, hourStandings } from '#server/volunteering/hours/hour-tables'
import { attendances, flags, type presenceFacts } from '#server/volunteering/presence/presence-tables'

export type StandingRow = typeof hourStandings.$inferSelect
export type StandingEntry = EntryRow & { standing: StandingRow }
export type FactSignals = Pick<typeof presenceFacts.$inferSelect, 'phase' | 'signals'>

/** An entry that counts, or will once its notice is over: not reversed, and not the reversal of another. */
const isLive = inArray(hourStandings.state, ['notice', 'frozen', 'final'])

const withStanding = (reading: Reading, where: SQL | undefined) =>
  reading
    .select({ entry: hourEntries, standing: hourStandings })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(where)
    .orderBy(asc(hourEntries.sequence))

const flat = (rows: Awaited<ReturnType<typeof withStanding>>): StandingEntry[] =>
  rows.map(({ entry, standing }) => ({ ...entry, standing }))

export async function findEntry(reading: Reading, entryId: string): Promise<StandingEntry | undefined> {
  return flat(await withStanding(reading, eq(hourEntries.entryId, entryId)))[0]
}

/** What counts, or will, of a shift: of one person, or of everybody. */
export async function liveEntriesOf(reading: Reading, shiftId: string, personId?: string): Promise<StandingEntry[]> {
  const whose = personId === undefined ? undefined : eq(hourEntries.personId, personId)
  return flat(await withStanding(reading, and(eq(hourEntries.shiftId, shiftId), whose, isLive)))
}

/** Minutes of a person by business day from shifts other than this one. */
export async function minutesElsewhere(reading: Reading, personId: string, shiftId: string, dates: readonly string[]) {
  const rows = await reading
    .select({ on: hourEntries.businessDate, minutes: sql<number>`sum(${hourEntries.minutes})::int` })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(and(eq(hourEntries.personId, personId), inArray(hourEntries.businessDate, [...dates]), ne(hourEntries.shiftId, shiftId), isLive))
    .groupBy(hourEntries.businessDate)
  return new Map(rows.map(row => [row.on, row.minutes]))
}

/** Times a person was at other shifts and has minutes for, from a moment on. */
export function listCreditedIntervals(reading: Reading, personId: string, exceptShiftId: string, after: Date) {
  const hasMinutes = sql`exists (select 1 from hour_entries e join hour_standings s using (entry_id)
    where e.shift_id = attendances.shift_id and e.person_id = attendances.person_id and s.state in ('notice', 'frozen', 'final'))`
  return reading
    .select({
      from: sql<Date>`${attendances.checkedInAt}`.mapWith(attendances.checkedInAt),
      to: sql<Date>`${attendances.checkedOutAt}`.mapWith(attendances.checkedOutAt)
    })
    .from(attendances)
    .where(
      and(
        eq(attendances.personId, personId),
        ne(attendances.shiftId, exceptShiftId),
        sql`${attendances.checkedOutAt} > ${after.toISOString()}::timestamptz`,
        hasMinutes
      )
    )
}

export async function setStandings(writing: Writing, entryIds: readonly string[], change: Partial<StandingRow>): Promise<void> {
  if (entryIds.length === 0) return
  await writing
    .update(hourStandings)
    .set(change)
    .where(inArray(hourStandings.entryId, [...entryIds]))
}

/**
 * Which entries a row of `flags`, under this name, touches: its own, else those of its shift, its person, or its whole activity. One
 * of an organisation alone touches none. Plain text, for inside a subquery columns have to name their table.
 */
const touches = (flag: 'f' | 'flags') =>
  sql.raw(`(${flag}.entry_id = hour_entries.entry_id or (${flag}.entry_id is null and (
    (${flag}.shift_id = hour_entries.shift_id and (${flag}.person_id is null or ${flag}.person_id = hour_entries.person_id))
    or (${flag}.shift_id is null and ${flag}.person_id = hour_entries.person_id)
    or (${flag}.shift_id is null and ${flag}.person_id is null and ${flag}.activity_id = hour_entries.activity_id))))`)
const isHeldByFlag = sql`exists (select 1 from flags f where f.freezes and f.decision is null and ${touches('f')})`
const isDisputed = sql`exists (select 1 from attendances a where a.shift_id = hour_entries.shift_id and a.person_id = hour_entries.person_id and a.state = 'disputed')`

/** Entries on notice that a flag holds by now. */
export async function listHeldOnNotice(reading: Reading, limit: number, among?: readonly string[]): Promise<StandingEntry[]> {
  const chosen = among ? inArray(hourEntries.entryId, [...among]) : undefined
  return flat(await withStanding(reading, and(eq(hourStandings.state, 'notice'), chosen, isHeldByFlag)).limit(limit))
}

/** Entries whose notice is over and that nothing holds; of these ids alone where they are given. */
export async function listDue(reading: Reading, now: Date, limit: number, among?: readonly string[]): Promise<StandingEntry[]> {
  const isOver = and(eq(hourStandings.state, 'notice'), lte(hourStandings.noticeUntil, now))
  const chosen = among ? inArray(hourEntries.entryId, [...among]) : undefined
  return flat(await withStanding(reading, and(isOver, chosen, sql`not ${isHeldByFlag}`, sql`not ${isDisputed}`)).limit(limit))
}

/** An attendance all of whose entries are final is verified; one that was adjusted keeps saying so. */
export async function verifySettled(writing: Writing, shiftId: string, personId: string, now: Date): Promise<void> {
  const isWaiting = sql`exists (select 1 from hour_entries e join hour_standings s using (entry_id)
    where e.shift_id = ${shiftId} and e.person_id = ${personId} and s.state in ('notice', 'frozen'))`
  const provisional = eq(attendances.state, 'provisional')
  await writing
    .update(attendances)
    .set({ state: 'verified', stateSince: now })
    .where(and(eq(attendances.shiftId, shiftId), eq(attendances.personId, personId), provisional, sql`not ${isWaiting}`))
}

/** Of these entries, those a flag or a dispute holds. */
export async function listHeld(reading: Reading, entryIds: readonly string[]): Promise<Set<string>> {
  if (entryIds.length === 0) return new Set()
  const rows = await withStanding(reading, and(inArray(hourEntries.entryId, [...entryIds]), sql`(${isHeldByFlag} or ${isDisputed})`))
  return new Set(rows.map(({ entry }) => entry.entryId))
}

/** What counts, or will, and is touched by a flag. */
export async function listTouched(reading: Reading, flagId: string): Promise<StandingEntry[]> {
  const touched = sql`exists (select 1 from flags f where f.flag_id = ${flagId} and ${touches('f')})`
  return flat(await withStanding(reading, and(isLive, touched)))
}

/** Whether the city office upheld a flag on this attendance, or on its shift as a whole: nothing is entered for it any more. */
export async function isUpheld(reading: Reading, shiftId: string, personId: string): Promise<boolean> {
  const whose = or(eq(flags.personId, personId), isNull(flags.personId))
  const upheld = and(eq(flags.shiftId, shiftId), eq(flags.freezes, true), eq(flags.decision, 'upheld'), whose)
  return (await reading.$count(flags, upheld)) > 0
}

/** When freezing flags held an entry: from each was raised until it was decided. */
export async function listFreezes(reading: Reading, entryId: string): Promise<{ from: Date; to: Date | null }[]> {
  const touching = sql`exists (select 1 from hour_entries where hour_entries.entry_id = ${entryId} and ${touches('flags')})`
  return reading
    .select({ from: flags.at, to: flags.decidedAt })
    .from(flags)
    .where(and(eq(flags.freezes, true), touching))
}
