import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { people } from '#server/people/people-tables'
import { organisations, teams } from '#server/volunteering/activities/activity-tables'
import { teamMembers } from '#server/volunteering/volunteers/volunteer-tables'

export type TeamRow = typeof teams.$inferSelect

const teamLines = (reading: Reading) =>
  reading
    .select({
      teamId: teams.teamId,
      name: teams.name,
      organisationId: teams.organisationId,
      organisationName: organisations.name,
      leaderName: people.displayName,
      retiredAt: teams.retiredAt,
      memberCount: sql<number>`(select count(*)::int from team_members m where m.team_id = teams.team_id)`
    })
    .from(teams)
    .innerJoin(organisations, eq(organisations.organisationId, teams.organisationId))
    .leftJoin(people, eq(people.personId, teams.leaderId))

/** Teams of organisations in these areas, those in use first. */
export const listTeamLines = (reading: Reading, areaIds: readonly string[]) =>
  teamLines(reading)
    .where(inArray(organisations.areaId, [...areaIds]))
    .orderBy(sql`${teams.retiredAt} is not null`, asc(teams.name), asc(teams.teamId))

export async function findTeamLine(reading: Reading, teamId: string) {
  const [line] = await teamLines(reading).where(eq(teams.teamId, teamId))
  return line
}

export async function findTeam(reading: Reading, teamId: string): Promise<TeamRow | undefined> {
  const [row] = await reading.select().from(teams).where(eq(teams.teamId, teamId))
  return row
}

export async function lockTeam(writing: Writing, teamId: string): Promise<TeamRow | undefined> {
  const [row] = await writing.select().from(teams).where(eq(teams.teamId, teamId)).for('update')
  return row
}

/** The team a code leads to; none where it, or its organisation, is retired. */
export async function findTeamByCode(reading: Reading, joinCode: string): Promise<TeamRow | undefined> {
  const [found] = await reading
    .select({ team: teams })
    .from(teams)
    .innerJoin(organisations, eq(organisations.organisationId, teams.organisationId))
    .where(and(eq(teams.joinCode, joinCode), isNull(teams.retiredAt), isNull(organisations.retiredAt)))
  return found?.team
}

export const listMembers = (reading: Reading, teamId: string) =>
  reading
    .select({ personId: teamMembers.personId, displayName: people.displayName, since: teamMembers.since })
    .from(teamMembers)
    .innerJoin(people, eq(people.personId, teamMembers.personId))
    .where(eq(teamMembers.teamId, teamId))
    .orderBy(asc(teamMembers.since), asc(teamMembers.personId))

export const countMembers = (reading: Reading, teamId: string) => reading.$count(teamMembers, eq(teamMembers.teamId, teamId))

export const isMemberOf = async (reading: Reading, teamId: string, personId: string) =>
  (await reading.$count(teamMembers, and(eq(teamMembers.teamId, teamId), eq(teamMembers.personId, personId)))) > 0

export const insertTeam = (writing: Writing, row: typeof teams.$inferInsert) => writing.insert(teams).values(row)

export const changeTeam = (writing: Writing, teamId: string, change: Partial<TeamRow>) =>
  writing.update(teams).set(change).where(eq(teams.teamId, teamId))
