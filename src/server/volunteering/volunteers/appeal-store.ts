import { and, desc, asc, eq, exists, gt, gte, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Reading } from '#server/database/database'
import { activities, shifts } from '#server/volunteering/activities/activity-tables'
import { inAreas } from '#server/volunteering/hours/hour-proposal-store'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'
import { faultsSince, faultStates } from '#server/volunteering/volunteers/cool-down-rules'
import { volunteerProfiles } from '#server/volunteering/volunteers/volunteer-tables'

interface Wanted {
  /** Where one of the faults that count now was made. */
  areaIds: readonly string[]
  exceptPersonId: string
  now: Date
  limit: number
}

/** Appeals against cool-downs that still last, undecided, the newest first, each with the rate its person sees. */
export function listOpenAppeals(reading: Reading, { areaIds, exceptPersonId, now, limit }: Wanted) {
  const since = sql`${faultsSince(now).toISOString()}::timestamptz`
  const faultHere = reading
    .select({ personId: signUps.personId })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.shiftId, signUps.shiftId))
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .where(
      and(
        eq(signUps.personId, volunteerProfiles.personId),
        inArray(signUps.state, [...faultStates]),
        gte(signUps.stateSince, faultsSince(now)),
        inAreas(areaIds)
      )
    )
  return reading
    .select({
      personId: volunteerProfiles.personId,
      reason: volunteerProfiles.appealReason,
      appealedAt: volunteerProfiles.appealedAt,
      coolDownUntil: volunteerProfiles.coolDownUntil,
      faultCount: sql<number>`(select count(*)::int from sign_ups u where u.person_id = volunteer_profiles.person_id
        and u.state in ('cancelled_late', 'no_show') and u.state_since >= ${since})`,
      signUpCount: sql<number>`(select count(*)::int from sign_ups u where u.person_id = volunteer_profiles.person_id and u.joined_at >= ${since})`
    })
    .from(volunteerProfiles)
    .where(
      and(
        isNotNull(volunteerProfiles.appealReason),
        isNotNull(volunteerProfiles.appealedAt),
        isNull(volunteerProfiles.appealDecidedAt),
        gt(volunteerProfiles.coolDownUntil, now),
        ne(volunteerProfiles.personId, exceptPersonId),
        exists(faultHere)
      )
    )
    .orderBy(desc(volunteerProfiles.appealedAt), asc(volunteerProfiles.personId))
    .limit(limit)
}
