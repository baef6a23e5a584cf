import { and, asc, eq, getTableColumns, gte, inArray, sql } from 'drizzle-orm'
import type { AttendanceState, SignUpState } from '#contract/volunteering-states'
import type { Reading } from '#server/database/database'
import { activities, shifts } from '#server/volunteering/activities/activity-tables'
import { attendances } from '#server/volunteering/presence/presence-tables'
import { signUpHistory, signUps } from '#server/volunteering/sign-ups/sign-up-tables'
import { teamMembers, volunteerProfiles } from '#server/volunteering/volunteers/volunteer-tables'

/** A person's own sign-up with what they see of it. */
export interface MySignUpRow {
  shiftId: string
  state: SignUpState
  position: number
  offerUntil: Date | null
  attendance: AttendanceState
  checkedInAt: Date | null
  checkedOutAt: Date | null
  reason: string | null
}

const mineColumns = {
  shiftId: signUps.shiftId,
  state: signUps.state,
  offerUntil: signUps.offerUntil,
  /** Among those who wait: 1 is next. */
  position: sql<number>`(select count(*)::int + 1 from sign_ups w where w.shift_id = sign_ups.shift_id and w.state = 'waitlisted' and w.arrival < sign_ups.arrival)`,
  attendance: sql<AttendanceState>`coalesce(attendances.state, 'none')`,
  checkedInAt: attendances.checkedInAt,
  checkedOutAt: attendances.checkedOutAt,
  /** Of what others decided; a person knows their own reasons. */
  reason: sql<
    string | null
  >`case when attendances.state = 'revoked' then attendances.verifier_note when sign_ups.state in ('cancelled_by_organiser', 'rejected') then (select h.note from sign_up_history h
    where h.shift_id = sign_ups.shift_id and h.person_id = sign_ups.person_id and h.to_state = sign_ups.state order by h.sequence desc limit 1) end`
}

const withAttendance = and(eq(attendances.shiftId, signUps.shiftId), eq(attendances.personId, signUps.personId))

/** What a person signed up for among these activities. */
export async function listMineOf(
  reading: Reading,
  personId: string | undefined,
  activityIds: readonly string[]
): Promise<(MySignUpRow & { activityId: string })[]> {
  if (personId === undefined || activityIds.length === 0) return []
  return reading
    .select({ ...mineColumns, activityId: shifts.activityId })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.shiftId, signUps.shiftId))
    .leftJoin(attendances, withAttendance)
    .where(and(eq(signUps.personId, personId), inArray(shifts.activityId, [...activityIds])))
}

/** Everything a person signed up for that ends after a moment, soonest first. */
export const listMineSince = (reading: Reading, personId: string, since: Date) =>
  reading
    .select({
      mine: mineColumns,
      shift: shifts,
      activity: activities,
      hasConfirmedMidway: sql<boolean>`exists (select 1 from presence_facts f
        where f.shift_id = sign_ups.shift_id and f.person_id = sign_ups.person_id and f.phase = 'midway')`
    })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.shiftId, signUps.shiftId))
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .leftJoin(attendances, withAttendance)
    .where(and(eq(signUps.personId, personId), gte(shifts.endsAt, since)))
    .orderBy(asc(shifts.startsAt), asc(shifts.shiftId))
    .limit(400)

/** Profile, teams and sign-ups, for a person's own copy of their data. */
export async function exportVolunteeringOf(reading: Reading, personId: string) {
  const [profile] = await reading.select().from(volunteerProfiles).where(eq(volunteerProfiles.personId, personId))
  const { personId: _, ...ofTeam } = getTableColumns(teamMembers)
  const { personId: __, ...ofSignUp } = getTableColumns(signUps)
  return {
    profile: profile ?? null,
    teams: await reading.select(ofTeam).from(teamMembers).where(eq(teamMembers.personId, personId)),
    signUps: await reading
      .select({ ...ofSignUp, title: activities.title })
      .from(signUps)
      .innerJoin(shifts, eq(shifts.shiftId, signUps.shiftId))
      .innerJoin(activities, eq(activities.activityId, shifts.activityId))
      .where(eq(signUps.personId, personId))
      .orderBy(asc(signUps.startsAt)),
    history: await reading
      .select({
        shiftId: signUpHistory.shiftId,
        at: signUpHistory.at,
        from: signUpHistory.from,
        to: signUpHistory.to,
        note: signUpHistory.note
      })
      .from(signUpHistory)
      .where(eq(signUpHistory.personId, personId))
      .orderBy(asc(signUpHistory.at))
  }
}
