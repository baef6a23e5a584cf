import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { ActivityState } from '#contract/volunteering-states'
import type { Reading, Writing } from '#server/database/database'
import { activities, activityHistory, shifts } from '#server/volunteering/activities/activity-tables'

export type ActivityRow = typeof activities.$inferSelect
export type ShiftRow = typeof shifts.$inferSelect
export interface ShiftOfActivity {
  shift: ShiftRow
  activity: ActivityRow
}

export async function findActivity(reading: Reading, activityId: string): Promise<ActivityRow | undefined> {
  const [row] = await reading.select().from(activities).where(eq(activities.activityId, activityId))
  return row
}

/** The same, held until the transaction ends: moves of one activity follow each other. */
export async function lockActivity(writing: Writing, activityId: string): Promise<ActivityRow | undefined> {
  const [row] = await writing.select().from(activities).where(eq(activities.activityId, activityId)).for('update')
  return row
}

/** A shift with the activity it belongs to. */
export async function findShift(reading: Reading, shiftId: string): Promise<ShiftOfActivity | undefined> {
  const [row] = await shiftsWithActivity(reading, shiftId)
  return row
}

/** The same, its row held: whoever changes seats of a shift waits for the one before. The person's lock is taken first. */
export async function lockShift(writing: Writing, shiftId: string): Promise<ShiftOfActivity | undefined> {
  const [row] = await shiftsWithActivity(writing, shiftId).for('update', { of: shifts })
  return row
}

const shiftsWithActivity = (reading: Reading, shiftId: string) =>
  reading
    .select({ shift: shifts, activity: activities })
    .from(shifts)
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .where(eq(shifts.shiftId, shiftId))

/** All shifts of activities, soonest first, cancelled ones too. */
export const listShifts = (reading: Reading, activityIds: readonly string[]): Promise<ShiftRow[]> =>
  reading
    .select()
    .from(shifts)
    .where(inArray(shifts.activityId, [...activityIds]))
    .orderBy(asc(shifts.startsAt), asc(shifts.shiftId))

/** Holds all shifts of an activity, in the order everybody holds them. */
export const lockShifts = (writing: Writing, activityId: string): Promise<ShiftRow[]> =>
  writing.select().from(shifts).where(eq(shifts.activityId, activityId)).orderBy(asc(shifts.shiftId)).for('update')

export const insertActivity = (writing: Writing, row: typeof activities.$inferInsert) => writing.insert(activities).values(row)

export const insertShifts = (writing: Writing, rows: readonly (typeof shifts.$inferInsert)[]): Promise<ShiftRow[]> =>
  writing
    .insert(shifts)
    .values([...rows])
    .returning()

export async function updateActivity(writing: Writing, activityId: string, change: Partial<ActivityRow>): Promise<void> {
  await writing.update(activities).set(change).where(eq(activities.activityId, activityId))
}

export async function updateShift(writing: Writing, shiftId: string, change: Partial<ShiftRow>): Promise<ShiftRow> {
  const [row] = await writing.update(shifts).set(change).where(eq(shifts.shiftId, shiftId)).returning()
  if (!row) throw new Error('a shift that was held is gone')
  return row
}

/** Sets the first and last moment of an activity from its shifts that are not cancelled; with none left it keeps what it had. */
export async function refreshSpan(writing: Writing, activityId: string): Promise<void> {
  const span = (what: 'min' | 'max', column: 'starts_at' | 'ends_at') =>
    sql<Date>`coalesce((select ${sql.raw(what)}(s.${sql.raw(column)}) from shifts s where s.activity_id = ${activityId} and not s.is_cancelled), ${sql.raw(column)})`
  await writing
    .update(activities)
    .set({ startsAt: span('min', 'starts_at'), endsAt: span('max', 'ends_at') })
    .where(eq(activities.activityId, activityId))
}

export interface ActivityMove {
  activityId: string
  from: ActivityState | null
  to: ActivityState
  at: Date
  actorId: string | null
  note?: string | undefined
}

/** Moves an activity and says so in its history; false where it does not stand in `from` any more. */
export async function moveActivity(writing: Writing, move: ActivityMove, change: Partial<ActivityRow> = {}): Promise<boolean> {
  const { activityId, from, to } = move
  if (from !== null) {
    const moved = await writing
      .update(activities)
      .set({ ...change, state: to })
      .where(and(eq(activities.activityId, activityId), eq(activities.state, from)))
      .returning({ activityId: activities.activityId })
    if (moved.length === 0) return false
  }
  const sequence = sql<number>`(select coalesce(max(h.sequence), 0) + 1 from activity_history h where h.activity_id = ${activityId})`
  await writing.insert(activityHistory).values({ ...move, note: move.note ?? null, sequence })
  return true
}
