import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { people } from '#server/people/people-tables'
import { activities, organisations, shifts } from '#server/volunteering/activities/activity-tables'
import { minutesByGrade } from '#server/volunteering/hours/hour-store'
import { hourEntries, hourStandings } from '#server/volunteering/hours/hour-tables'
import { attendances, flags } from '#server/volunteering/presence/presence-tables'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'

/** Organisations that have entries or flags, with their minutes by grade, reversed entries aside. */
export async function listOrganisationHours(reading: Reading) {
  const minutes = await reading
    .select({ organisationId: hourEntries.organisationId, ...minutesByGrade })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(ne(hourStandings.state, 'reversed'))
    .groupBy(hourEntries.organisationId)
  const flagged = await reading
    .select({ organisationId: flags.organisationId, openFlagCount: sql<number>`count(*) filter (where ${flags.decision} is null)::int` })
    .from(flags)
    .groupBy(flags.organisationId)
  const known = await reading.select().from(organisations).orderBy(asc(organisations.name), asc(organisations.organisationId))
  const byId = <Row extends { organisationId: string }>(rows: readonly Row[]) => new Map(rows.map(row => [row.organisationId, row]))
  const [ofMinutes, ofFlags] = [byId(minutes), byId(flagged)]
  return known
    .filter(({ organisationId }) => ofMinutes.has(organisationId) || ofFlags.has(organisationId))
    .map(({ organisationId, name }) => {
      const { A = 0, B = 0, C = 0, D = 0 } = ofMinutes.get(organisationId) ?? {}
      return { organisationId, name, byGrade: { A, B, C, D }, openFlagCount: ofFlags.get(organisationId)?.openFlagCount ?? 0 }
    })
}

/** Flags with the names around them: undecided ones first, the latest first. */
export const listBoardFlags = (reading: Reading, limit: number) =>
  reading
    .select({
      flag: flags,
      organisationName: organisations.name,
      activityTitle: sql<
        string | null
      >`coalesce(${activities.title}, (select a.title from shifts s join activities a using (activity_id) where s.shift_id = ${flags.shiftId}))`,
      displayName: people.displayName
    })
    .from(flags)
    .leftJoin(organisations, eq(organisations.organisationId, flags.organisationId))
    .leftJoin(activities, eq(activities.activityId, flags.activityId))
    .leftJoin(people, eq(people.personId, flags.personId))
    .orderBy(sql`${flags.decision} is not null`, desc(flags.at), desc(flags.flagId))
    .limit(limit)

/** What the audit drew, undecided first. */
export const listAudits = (reading: Reading, limit: number) =>
  reading
    .select({ entry: hourEntries, standing: hourStandings, activityTitle: activities.title, displayName: people.displayName })
    .from(hourStandings)
    .innerJoin(hourEntries, eq(hourEntries.entryId, hourStandings.entryId))
    .leftJoin(activities, eq(activities.activityId, hourEntries.activityId))
    .leftJoin(people, eq(people.personId, hourEntries.personId))
    .where(isNotNull(hourStandings.auditDrawnAt))
    .orderBy(sql`${hourStandings.auditOutcome} is not null`, desc(hourStandings.auditDrawnAt), desc(hourStandings.entryId))
    .limit(limit)

/** A flag, held until the transaction ends. */
export async function lockFlag(writing: Writing, flagId: string) {
  const [row] = await writing.select().from(flags).where(eq(flags.flagId, flagId)).for('update')
  return row
}

export async function findFlag(reading: Reading, flagId: string) {
  const [row] = await reading.select().from(flags).where(eq(flags.flagId, flagId))
  return row
}

export const decideFlagRow = (
  writing: Writing,
  flagId: string,
  decided: { decision: 'cleared' | 'upheld'; decidedBy: string; decidedAt: Date; note: string }
) => writing.update(flags).set(decided).where(eq(flags.flagId, flagId))

/** Who is at a shift, or that person alone, whose attendance stands. */
export const listStandingAttendances = (reading: Reading, shiftId: string, personId: string | null) =>
  reading
    .select()
    .from(attendances)
    .where(
      and(
        eq(attendances.shiftId, shiftId),
        personId === null ? undefined : eq(attendances.personId, personId),
        ne(attendances.state, 'revoked')
      )
    )
    .orderBy(asc(attendances.personId))

/** Sign-ups of an activity that nobody decided: their attendance waits, or they neither came nor were called a no-show. */
export async function countUndecidedAttendances(reading: Reading, activityId: string): Promise<number> {
  const waits = sql`(${attendances.state} in ('checked_in', 'checked_out', 'open_checkout', 'flagged', 'disputed')
    or (${signUps.state} in ('confirmed', 'present') and coalesce(${attendances.state}, 'none') = 'none'))`
  const [row] = await reading
    .select({ count: sql<number>`count(*)::int` })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.shiftId, signUps.shiftId))
    .leftJoin(attendances, and(eq(attendances.shiftId, signUps.shiftId), eq(attendances.personId, signUps.personId)))
    .where(and(eq(shifts.activityId, activityId), eq(shifts.isCancelled, false), waits))
  return row?.count ?? 0
}

/** Notes the outcome of an audit, once; false where it was noted before, or the entry was not drawn. */
export async function noteAudit(writing: Writing, entryId: string, auditOutcome: 'right' | 'wrong', auditNote: string): Promise<boolean> {
  const rows = await writing
    .update(hourStandings)
    .set({ auditOutcome, auditNote })
    .where(and(eq(hourStandings.entryId, entryId), isNotNull(hourStandings.auditDrawnAt), isNull(hourStandings.auditOutcome)))
    .returning({ entryId: hourStandings.entryId })
  return rows.length > 0
}
