import { and, eq, exists, inArray, isNull, not, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { AreaFeature } from '#contract/places'
import type { Writing } from '#server/database/database'
import { organisations, teams } from '#server/volunteering/activities/activity-tables'

/**
 * Gives every imported community an organisation of its own, verified, unless it has one: without it nobody could plan an activity
 * there. One that nobody has changed goes by the new name when its community does. Part of the import's transaction.
 */
export async function giveCommunitiesTheirOrganisation(writing: Writing, features: readonly AreaFeature[]): Promise<void> {
  for (const { properties } of features) {
    if (properties.kind !== 'community') continue
    const row = { areaId: properties.areaId, name: `${properties.name}志愿服务队` }
    await writing
      .insert(organisations)
      .values({ organisationId: newId(), ...row, isOwn: true, isVerified: true })
      .onConflictDoUpdate({
        target: organisations.areaId,
        targetWhere: sql`${organisations.isOwn}`,
        set: { name: row.name },
        setWhere: isNull(organisations.savedBy)
      })
  }
}

/** Takes back what an import gave communities that go again with its undoing: whatever nobody has changed, and has no team. */
export async function takeBackOwnOrganisations(writing: Writing, areaIds: readonly string[]): Promise<void> {
  const hasTeam = exists(writing.select().from(teams).where(eq(teams.organisationId, organisations.organisationId)))
  await writing
    .delete(organisations)
    .where(and(inArray(organisations.areaId, [...areaIds]), organisations.isOwn, isNull(organisations.savedBy), not(hasTeam)))
}
