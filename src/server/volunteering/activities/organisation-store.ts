import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { organisations, teams } from '#server/volunteering/activities/activity-tables'

export type OrganisationRow = typeof organisations.$inferSelect

export async function findOrganisation(reading: Reading, organisationId: string): Promise<OrganisationRow | undefined> {
  const [row] = await reading.select().from(organisations).where(eq(organisations.organisationId, organisationId))
  return row
}

/** Organisations of these areas that are not retired, by name. */
export const listOrganisations = (reading: Reading, areaIds: readonly string[]): Promise<OrganisationRow[]> =>
  reading
    .select()
    .from(organisations)
    .where(and(inArray(organisations.areaId, [...areaIds]), isNull(organisations.retiredAt)))
    .orderBy(asc(organisations.name), asc(organisations.organisationId))

export async function organisationNames(reading: Reading, organisationIds: readonly string[]): Promise<Map<string, string>> {
  if (organisationIds.length === 0) return new Map()
  const rows = await reading
    .select({ organisationId: organisations.organisationId, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.organisationId, [...new Set(organisationIds)]))
  return new Map(rows.map(row => [row.organisationId, row.name]))
}

/** Adds organisations and teams that are not there yet. */
export async function addOrganisations(
  writing: Writing,
  rows: readonly (typeof organisations.$inferInsert)[],
  theirTeams: readonly (typeof teams.$inferInsert)[]
): Promise<void> {
  await writing
    .insert(organisations)
    .values([...rows])
    .onConflictDoNothing()
  await writing
    .insert(teams)
    .values([...theirTeams])
    .onConflictDoNothing()
}
