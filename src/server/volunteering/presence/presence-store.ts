import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { v5 as idFrom } from 'uuid'
import type { FlagKind, PresencePhase } from '#contract/volunteering-states'
import type { Reading, Writing } from '#server/database/database'
import { activities, shifts } from '#server/volunteering/activities/activity-tables'
import type { Sighting } from '#server/volunteering/presence/detector-rules'
import type { Interval } from '#server/volunteering/presence/grade-rules'
import { attendances, flags, headCounts, presenceFacts, presencePositions } from '#server/volunteering/presence/presence-tables'

export type FactRow = typeof presenceFacts.$inferSelect
export type AttendanceRow = typeof attendances.$inferSelect
export type FlagRow = typeof flags.$inferSelect
export type HeadCountRow = typeof headCounts.$inferSelect

/** What was seen at a shift, of everybody or of one person, in order of time. */
export const listFacts = (reading: Reading, shiftId: string, personId?: string): Promise<FactRow[]> =>
  reading
    .select()
    .from(presenceFacts)
    .where(and(eq(presenceFacts.shiftId, shiftId), personId === undefined ? undefined : eq(presenceFacts.personId, personId)))
    .orderBy(asc(presenceFacts.at), asc(presenceFacts.factId))

export async function findFact(reading: Reading, factId: string): Promise<FactRow | undefined> {
  const [row] = await reading.select().from(presenceFacts).where(eq(presenceFacts.factId, factId))
  return row
}

/** Adds a proof, and the position it came with where there was one. */
export async function addFact(
  writing: Writing,
  fact: typeof presenceFacts.$inferInsert,
  position?: { longitude: number; latitude: number }
): Promise<void> {
  await writing.insert(presenceFacts).values(fact)
  if (!position) return
  const [longitude, latitude] = [String(position.longitude), String(position.latitude)]
  await writing.insert(presencePositions).values({ factId: fact.factId, personId: fact.personId, longitude, latitude })
}

/** Raw positions go once nothing hangs on them any more; distances and accuracies stay. */
export async function dropPositions(writing: Writing, personId: string, shiftId: string): Promise<void> {
  const theirs = and(eq(presenceFacts.personId, personId), eq(presenceFacts.shiftId, shiftId))
  const factIds = writing.select({ factId: presenceFacts.factId }).from(presenceFacts).where(theirs)
  await writing.delete(presencePositions).where(inArray(presencePositions.factId, factIds))
}

/** All raw positions of a person, with their account. */
export const dropPositionsOf = (writing: Writing, personId: string) =>
  writing.delete(presencePositions).where(eq(presencePositions.personId, personId))

const ofPerson = (shiftId: string, personId: string) => and(eq(attendances.shiftId, shiftId), eq(attendances.personId, personId))

export async function findAttendance(reading: Reading, shiftId: string, personId: string): Promise<AttendanceRow | undefined> {
  const [row] = await reading.select().from(attendances).where(ofPerson(shiftId, personId))
  return row
}

/** The same, its row held; the shift is held before. */
export async function lockAttendance(writing: Writing, shiftId: string, personId: string): Promise<AttendanceRow | undefined> {
  const [row] = await writing.select().from(attendances).where(ofPerson(shiftId, personId)).for('update')
  return row
}

export const listAttendances = (reading: Reading, shiftId: string): Promise<AttendanceRow[]> =>
  reading.select().from(attendances).where(eq(attendances.shiftId, shiftId)).orderBy(asc(attendances.personId))

/** Writes where an attendance stands; columns that are not given keep what they had. */
export async function saveAttendance(writing: Writing, row: typeof attendances.$inferInsert): Promise<void> {
  const { shiftId: _, personId: __, ...change } = row
  await writing
    .insert(attendances)
    .values(row)
    .onConflictDoUpdate({ target: [attendances.shiftId, attendances.personId], set: change })
}

/** How many are at a shift now. */
export async function countPresent(reading: Reading, shiftId: string): Promise<number> {
  const here = and(eq(attendances.shiftId, shiftId), isNotNull(attendances.checkedInAt), isNull(attendances.checkedOutAt))
  const [row] = await reading
    .select({ count: sql<number>`count(*)::int` })
    .from(attendances)
    .where(and(here, ne(attendances.state, 'revoked')))
  return row?.count ?? 0
}

export interface OtherAttendance extends Interval {
  shiftId: string
  activityId: string
  organisationId: string
}

// Who never checked out is taken to have stayed to the end of the shift, or it would overlap with everything that follows.
const leftAt = sql<Date>`coalesce(${attendances.checkedOutAt}, greatest(${shifts.endsAt}, ${attendances.checkedInAt}))`.mapWith(
  attendances.checkedInAt
)

/** When a person was at other shifts that began before a moment and had not ended before another. */
export const listOtherAttendances = (
  reading: Reading,
  personId: string,
  shiftId: string,
  { from, to }: Interval
): Promise<OtherAttendance[]> => {
  const isThen = and(lt(attendances.checkedInAt, to), sql`${leftAt} > ${from.toISOString()}::timestamptz`)
  return reading
    .select({
      shiftId: attendances.shiftId,
      activityId: activities.activityId,
      organisationId: activities.organisationId,
      from: sql<Date>`${attendances.checkedInAt}`.mapWith(attendances.checkedInAt),
      to: leftAt
    })
    .from(attendances)
    .innerJoin(shifts, eq(shifts.shiftId, attendances.shiftId))
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .where(and(eq(attendances.personId, personId), ne(attendances.shiftId, shiftId), ne(attendances.state, 'revoked'), isThen))
    .orderBy(asc(attendances.checkedInAt), asc(attendances.shiftId))
}

/**
 * What counts for people of a shift (or one of them) elsewhere and so not again here: complete attendances they checked into
 * before this one. Of two that overlap the earlier has the time, whichever is verified first.
 */
export function listEarlierIntervals(reading: Reading, shiftId: string, personId?: string): Promise<(Interval & { personId: string })[]> {
  const other = alias(attendances, 'other')
  const isEarlier = sql`(${other.checkedInAt} < ${attendances.checkedInAt}
    or (${other.checkedInAt} = ${attendances.checkedInAt} and ${other.shiftId} < ${attendances.shiftId}))`
  return reading
    .select({
      personId: other.personId,
      from: sql<Date>`${other.checkedInAt}`.mapWith(attendances.checkedInAt),
      to: sql<Date>`${other.checkedOutAt}`.mapWith(attendances.checkedOutAt)
    })
    .from(attendances)
    .innerJoin(other, and(eq(other.personId, attendances.personId), ne(other.shiftId, attendances.shiftId)))
    .where(
      and(
        eq(attendances.shiftId, shiftId),
        personId === undefined ? undefined : eq(attendances.personId, personId),
        ne(other.state, 'revoked'),
        isEarlier,
        gt(other.checkedOutAt, attendances.checkedInAt)
      )
    )
}

/** Of the scans of one shift, what the detectors ask about: those the people made themselves. */
export const listOwnScans = (reading: Reading, shiftId: string, phase?: PresencePhase) =>
  reading
    .select({
      personId: presenceFacts.personId,
      deviceId: presenceFacts.deviceId,
      at: presenceFacts.at,
      signals: presenceFacts.signals
    })
    .from(presenceFacts)
    .where(
      and(
        eq(presenceFacts.shiftId, shiftId),
        isNull(presenceFacts.staffId),
        phase === undefined ? undefined : eq(presenceFacts.phase, phase)
      )
    )

export interface SightingElsewhere extends Sighting {
  shiftId: string
  activityId: string
  organisationId: string
}

/** Where a person was last proved to be before a moment, and first after it, at other shifts: their position, else the site. */
export async function listSightingsAround(reading: Reading, personId: string, shiftId: string, at: Date): Promise<SightingElsewhere[]> {
  const theirs = and(eq(presenceFacts.personId, personId), ne(presenceFacts.shiftId, shiftId))
  const select = (where: SQL, order: SQL) =>
    reading
      .select({ fact: presenceFacts, activity: activities, position: presencePositions })
      .from(presenceFacts)
      .innerJoin(shifts, eq(shifts.shiftId, presenceFacts.shiftId))
      .innerJoin(activities, eq(activities.activityId, shifts.activityId))
      .leftJoin(presencePositions, eq(presencePositions.factId, presenceFacts.factId))
      .where(and(theirs, where))
      .orderBy(order)
      .limit(1)
  const before = await select(sql`${presenceFacts.at} <= ${at.toISOString()}::timestamptz`, desc(presenceFacts.at))
  const after = await select(gt(presenceFacts.at, at), asc(presenceFacts.at))
  return [...before, ...after].map(({ fact, activity, position }) => ({
    shiftId: fact.shiftId,
    activityId: activity.activityId,
    organisationId: activity.organisationId,
    at: fact.at,
    point: position
      ? { longitude: Number(position.longitude), latitude: Number(position.latitude) }
      : { longitude: activity.longitude, latitude: activity.latitude },
    uncertaintyMetres: position ? (fact.accuracyMetres ?? 0) : activity.radiusMetres
  }))
}

export async function findHeadCount(reading: Reading, shiftId: string): Promise<HeadCountRow | undefined> {
  const [row] = await reading.select().from(headCounts).where(eq(headCounts.shiftId, shiftId))
  return row
}

/** Keeps the first count of a shift; false where there was one. */
export async function addHeadCount(writing: Writing, row: typeof headCounts.$inferInsert): Promise<boolean> {
  const added = await writing.insert(headCounts).values(row).onConflictDoNothing().returning({ shiftId: headCounts.shiftId })
  return added.length > 0
}

/** Who checked in and never out: 2 h after the end nobody can any more. @returns how many. */
export async function markOpenCheckouts(writing: Writing, endedBefore: Date, now: Date): Promise<number> {
  const over = writing.select({ shiftId: shifts.shiftId }).from(shifts).where(lt(shifts.endsAt, endedBefore))
  const marked = await writing
    .update(attendances)
    .set({ state: 'open_checkout', stateSince: now })
    .where(and(eq(attendances.state, 'checked_in'), isNull(attendances.checkedOutAt), inArray(attendances.shiftId, over)))
    .returning({ personId: attendances.personId })
  return marked.length
}

const FLAGS = 'd7a2c5b8-4f3e-5c1a-9b60-2e8f1a7c4d35'

export interface NewFlag {
  kind: FlagKind
  organisationId: string
  activityId?: string | undefined
  shiftId?: string | undefined
  personId?: string | undefined
  entryId?: string | undefined
  /** Tells apart what may be noticed more than once of the same thing, such as a month. */
  occasion?: string | undefined
  facts: Record<string, string | number>
  freezes: boolean
  at: Date
}

/** Raises a flag, once for the same cause; false where it was raised before. */
export async function raiseFlag(writing: Writing, { occasion, ...flag }: NewFlag): Promise<boolean> {
  const { kind, organisationId, shiftId, personId, entryId } = flag
  const flagId = idFrom(JSON.stringify([kind, organisationId, shiftId ?? '', personId ?? '', entryId ?? '', occasion ?? '']), FLAGS)
  const raised = await writing
    .insert(flags)
    .values({ flagId, ...flag })
    .onConflictDoNothing()
    .returning({ flagId: flags.flagId })
  return raised.length > 0
}

/** Flags of a shift, newest first: those of everybody, or those that touch one person, the shift's own among them. */
export const listFlags = (reading: Reading, shiftId: string, personId?: string): Promise<FlagRow[]> =>
  reading
    .select()
    .from(flags)
    .where(
      and(
        eq(flags.shiftId, shiftId),
        personId === undefined ? undefined : sql`(${flags.personId} = ${personId} or ${flags.personId} is null)`
      )
    )
    .orderBy(desc(flags.at), desc(flags.flagId))

/** Whether nothing of this attendance may go on yet: a freezing flag of the person or of the whole shift is undecided. */
export const isFrozen = async (reading: Reading, shiftId: string, personId: string): Promise<boolean> =>
  (await listFlags(reading, shiftId, personId)).some(flag => flag.freezes && flag.decision === null)
