import { and, asc, eq, lte, or, sql } from 'drizzle-orm'
import type { Reading } from '#server/database/database'
import { ARCHIVED_AFTER_DAYS } from '#server/volunteering/activities/activity-rules'
import { activities } from '#server/volunteering/activities/activity-tables'

const AT_ONCE_MAX = 200

/** Activities that time moves on, with when they came into the state they stand in. */
export function listMovedByTime(reading: Reading, now: Date) {
  const stateSince = sql<Date>`coalesce((select max(h.at) from activity_history h where h.activity_id = activities.activity_id and h.to_state = activities.state), activities.created_at)`
  const archivedBefore = sql`${now.toISOString()}::timestamptz - make_interval(days => ${ARCHIVED_AFTER_DAYS}::int)`
  return reading
    .select({
      activityId: activities.activityId,
      state: activities.state,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
      stateSince: stateSince.mapWith(activities.createdAt)
    })
    .from(activities)
    .where(
      or(
        and(eq(activities.state, 'published'), lte(activities.startsAt, now)),
        and(eq(activities.state, 'running'), lte(activities.endsAt, now)),
        and(eq(activities.state, 'settled'), sql`${activities.endsAt} <= ${archivedBefore} and ${stateSince} <= ${archivedBefore}`)
      )
    )
    .orderBy(asc(activities.activityId))
    .limit(AT_ONCE_MAX)
}
