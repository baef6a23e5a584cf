import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { activities, organisations, teams } from '#server/volunteering/activities/activity-tables'
import { teamMembers, volunteerProfiles } from '#server/volunteering/volunteers/volunteer-tables'

export type ProfileRow = typeof volunteerProfiles.$inferSelect

const noAppeal = {
  ...{ appealReason: null, appealedAt: null },
  ...{ appealOutcome: null, appealNote: null, appealDecidedBy: null, appealDecidedAt: null }
}

export async function findProfile(reading: Reading, personId: string): Promise<ProfileRow | undefined> {
  const [row] = await reading.select().from(volunteerProfiles).where(eq(volunteerProfiles.personId, personId))
  return row
}

/** Becomes a volunteer, or changes the profile. */
export async function saveProfile(
  writing: Writing,
  profile: Pick<ProfileRow, 'personId' | 'birthDate' | 'skills' | 'guardianName' | 'hasGuardianConsent'>,
  now: Date
): Promise<void> {
  const { personId, ...said } = profile
  await writing
    .insert(volunteerProfiles)
    .values({ personId, ...said, createdAt: now })
    .onConflictDoUpdate({ target: volunteerProfiles.personId, set: said })
}

/** A cool-down begins, or lasts longer; an appeal against an earlier one is over. */
export async function setCoolDown(writing: Writing, personId: string, coolDownUntil: Date, now: Date): Promise<void> {
  await writing
    .insert(volunteerProfiles)
    .values({ personId, skills: [], coolDownUntil, createdAt: now })
    .onConflictDoUpdate({ target: volunteerProfiles.personId, set: { coolDownUntil, ...noAppeal } })
}

/** A fault was taken back: the cool-down ends where the faults that are left say, never later than it would have. */
export async function easeCoolDown(writing: Writing, personId: string, until: Date | undefined): Promise<void> {
  const moment = until && sql`${until.toISOString()}::timestamptz`
  await writing
    .update(volunteerProfiles)
    .set({ coolDownUntil: moment ? sql`case when cool_down_until is null then null else least(cool_down_until, ${moment}) end` : null })
    .where(eq(volunteerProfiles.personId, personId))
}

export async function changeProfile(writing: Writing, personId: string, change: Partial<ProfileRow>): Promise<void> {
  await writing.update(volunteerProfiles).set(change).where(eq(volunteerProfiles.personId, personId))
}

/** Profile, skills, card and teams go; a cool-down that still lasts stays, or leaving would be the way out of it. */
export async function forgetVolunteer(writing: Writing, personId: string, now: Date): Promise<void> {
  await leaveTeams(writing, personId)
  const mine = eq(volunteerProfiles.personId, personId)
  await writing
    .delete(volunteerProfiles)
    .where(and(mine, sql`(cool_down_until is null or cool_down_until <= ${now.toISOString()}::timestamptz)`))
  const emptied = { birthDate: null, skills: [], guardianName: null, hasGuardianConsent: false, ...noAppeal }
  await writing
    .update(volunteerProfiles)
    .set({ ...emptied, cardSecret: sql`default` })
    .where(mine)
}

/** The account is deleted: whatever the city kept of the person as a volunteer goes; activities they wrote lead to nobody. */
export async function letGoOfVolunteering(writing: Writing, personId: string): Promise<void> {
  await leaveTeams(writing, personId)
  await writing.delete(volunteerProfiles).where(eq(volunteerProfiles.personId, personId))
  await writing.update(activities).set({ authorId: null }).where(eq(activities.authorId, personId))
}

export const listTeamsOf = (reading: Reading, personId: string) =>
  reading
    .select({ teamId: teams.teamId, name: teams.name, since: teamMembers.since })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.teamId, teamMembers.teamId))
    .where(eq(teamMembers.personId, personId))
    .orderBy(asc(teams.name), asc(teams.teamId))

/** Teams of organisations in these areas (or all), with how many they are and whether a person is one of them. */
export const listTeamRows = (reading: Reading, areaIds: readonly string[] | undefined, personId: string) =>
  reading
    .select({
      teamId: teams.teamId,
      name: teams.name,
      organisationName: organisations.name,
      memberCount: sql<number>`(select count(*)::int from team_members m where m.team_id = teams.team_id)`,
      isMember: sql<boolean>`exists (select 1 from team_members m where m.team_id = teams.team_id and m.person_id = ${personId})`,
      isLeader: sql<boolean>`coalesce(${teams.leaderId} = ${personId}, false)`
    })
    .from(teams)
    .innerJoin(organisations, eq(organisations.organisationId, teams.organisationId))
    .where(and(isNull(teams.retiredAt), isNull(organisations.retiredAt), areaIds && inArray(organisations.areaId, [...areaIds])))
    .orderBy(asc(teams.name), asc(teams.teamId))
    .limit(200)

export const teamExists = async (reading: Reading, teamId: string) =>
  (
    await reading
      .select({ teamId: teams.teamId })
      .from(teams)
      .where(and(eq(teams.teamId, teamId), isNull(teams.retiredAt)))
  ).length > 0

export const addToTeam = (writing: Writing, teamId: string, personId: string, since: Date) =>
  writing.insert(teamMembers).values({ teamId, personId, since }).onConflictDoNothing()

/** Out of one team, or of all; a team they led has no leader then. */
export async function leaveTeams(writing: Writing, personId: string, teamId?: string): Promise<void> {
  const [their, led] = [eq(teamMembers.personId, personId), eq(teams.leaderId, personId)]
  await writing.delete(teamMembers).where(and(their, teamId === undefined ? undefined : eq(teamMembers.teamId, teamId)))
  await writing
    .update(teams)
    .set({ leaderId: null })
    .where(and(led, teamId === undefined ? undefined : eq(teams.teamId, teamId)))
}
