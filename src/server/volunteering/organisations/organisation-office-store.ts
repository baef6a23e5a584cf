import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { activities, organisations } from '#server/volunteering/activities/activity-tables'
import type { OrganisationRow } from '#server/volunteering/activities/organisation-store'

/** Organisations of these areas, those in use first. */
export const listAllOrganisations = (reading: Reading, areaIds: readonly string[]): Promise<OrganisationRow[]> =>
  reading
    .select()
    .from(organisations)
    .where(inArray(organisations.areaId, [...areaIds]))
    .orderBy(sql`${organisations.retiredAt} is not null`, asc(organisations.name), asc(organisations.organisationId))

export async function lockOrganisation(writing: Writing, organisationId: string): Promise<OrganisationRow | undefined> {
  const [row] = await writing.select().from(organisations).where(eq(organisations.organisationId, organisationId)).for('update')
  return row
}

export const insertOrganisation = (writing: Writing, row: typeof organisations.$inferInsert) => writing.insert(organisations).values(row)

export const changeOrganisation = (writing: Writing, organisationId: string, change: Partial<OrganisationRow>) =>
  writing.update(organisations).set(change).where(eq(organisations.organisationId, organisationId))

/** Whether it has activities that are written or published and not over. */
export async function hasPlans(reading: Reading, organisationId: string, now: Date): Promise<boolean> {
  const underway = inArray(activities.state, ['draft', 'in_review', 'published'])
  const ahead = sql`${activities.endsAt} > ${now.toISOString()}::timestamptz`
  return (await reading.$count(activities, and(eq(activities.organisationId, organisationId), underway, ahead))) > 0
}
