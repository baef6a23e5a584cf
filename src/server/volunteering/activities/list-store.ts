import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Point } from '#contract/shapes'
import type { ActivityState } from '#contract/volunteering-states'
import type { Reading } from '#server/database/database'
import { boundingBox } from '#server/places/distance'
import type { ActivityRow } from '#server/volunteering/activities/activity-store'
import { activities, shifts } from '#server/volunteering/activities/activity-tables'
import { people } from '#server/people/people-tables'

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`

export interface OpenFilter {
  communityId?: string | undefined
  topic?: string | undefined
  /** Shifts that begin from here on; absent: that are not over at `now`. */
  from?: Date | undefined
  to?: Date | undefined
  within?: { point: Point; metres: number } | undefined
  now: Date
}

/** Within a box an index could search, then by the way over the sphere (mean radius 6,371,008.8 m, as `distanceMetres`). */
function near({ point, metres }: NonNullable<OpenFilter['within']>): SQL {
  const { west, south, east, north } = boundingBox(point, metres)
  const { latitude, longitude } = activities
  const haversine = sql`power(sin(radians(${latitude} - ${point.latitude}::float8) / 2), 2)
    + cos(radians(${point.latitude}::float8)) * cos(radians(${latitude})) * power(sin(radians(${longitude} - ${point.longitude}::float8) / 2), 2)`
  return sql`${longitude} between ${west}::float8 and ${east}::float8 and ${latitude} between ${south}::float8 and ${north}::float8
    and 2 * 6371008.8 * asin(least(1, sqrt(${haversine}))) <= ${metres}::float8`
}

/** Activities anybody may join, by their next shift of the time asked for, from after the last row of the page before. */
export function listOpen(
  reading: Reading,
  filter: OpenFilter,
  limit: number,
  after?: { at: Date; id: string }
): Promise<{ activity: ActivityRow; nextAt: Date }[]> {
  const { communityId, topic, from, to, within, now } = filter
  const begins = from ? sql`${shifts.startsAt} >= ${moment(from)}` : sql`${shifts.endsAt} > ${moment(now)}`
  const next = reading
    .select({ activityId: shifts.activityId, nextAt: sql<Date>`min(${shifts.startsAt})`.mapWith(shifts.startsAt).as('next_at') })
    .from(shifts)
    .where(and(eq(shifts.isCancelled, false), begins, to ? sql`${shifts.startsAt} < ${moment(to)}` : undefined))
    .groupBy(shifts.activityId)
    .as('next')
  const keyset = after && sql`next_at >= ${moment(after.at)} and (next_at > ${moment(after.at)} or ${activities.activityId} > ${after.id})`
  return reading
    .select({ activity: activities, nextAt: next.nextAt })
    .from(activities)
    .innerJoin(next, eq(next.activityId, activities.activityId))
    .where(
      and(
        inArray(activities.state, ['published', 'running']),
        communityId ? eq(activities.communityId, communityId) : undefined,
        topic ? eq(activities.topic, topic) : undefined,
        within && near(within),
        keyset
      )
    )
    .orderBy(sql`next_at`, activities.activityId)
    .limit(limit)
}

/** Shifts that begin on each day in Shanghai, of activities one may find, from one moment to another. */
export function countShiftsByDay(reading: Reading, from: Date, to: Date, communityId: string | undefined) {
  const on = sql<string>`to_char(${shifts.startsAt} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
  return reading
    .select({ on, shiftCount: sql<number>`count(*)::int`, hasSeats: sql<boolean>`bool_or(${shifts.taken} < ${shifts.capacity})` })
    .from(shifts)
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .where(
      and(
        sql`${shifts.startsAt} >= ${moment(from)} and ${shifts.startsAt} < ${moment(to)}`,
        eq(shifts.isCancelled, false),
        inArray(activities.state, ['published', 'running', 'ended', 'settled']),
        communityId ? eq(activities.communityId, communityId) : undefined
      )
    )
    .groupBy(sql`1`)
    .orderBy(sql`1`)
}

/** Activities in these communities, newest first, from after the last row of the page before. */
export function listManaged(
  reading: Reading,
  communityIds: readonly string[],
  state: ActivityState | undefined,
  limit: number,
  after?: { at: Date; id: string }
) {
  const at = after && moment(after.at)
  const keyset =
    after && sql`${activities.createdAt} <= ${at} and (${activities.createdAt} < ${at} or ${activities.activityId} < ${after.id})`
  return reading
    .select({
      activity: activities,
      authorName: people.displayName,
      waiting: sql<number>`(select count(*)::int from sign_ups u join shifts s on s.shift_id = u.shift_id where s.activity_id = activities.activity_id and u.state = 'pending')`
    })
    .from(activities)
    .leftJoin(people, eq(people.personId, activities.authorId))
    .where(and(inArray(activities.communityId, [...communityIds]), state ? eq(activities.state, state) : undefined, keyset))
    .orderBy(desc(activities.createdAt), desc(activities.activityId))
    .limit(limit)
}
