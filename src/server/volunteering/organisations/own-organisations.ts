import type { AreaFeature } from '#contract/places'
import type { Writing } from '#server/database/database'
import { saveOwnOrganisations } from '#server/volunteering/organisations/organisation-office-store'

/**
 * Gives every imported community an organisation of its own, verified, unless it has one: without it nobody could plan an activity
 * there. One that nobody has changed goes by the new name when its community does. Part of the import's transaction.
 */
export async function giveCommunitiesTheirOrganisation(writing: Writing, features: readonly AreaFeature[]): Promise<void> {
  const communities = features.filter(({ properties }) => properties.kind === 'community')
  await saveOwnOrganisations(
    writing,
    communities.map(({ properties: { areaId, name } }) => ({ areaId, name: `${name}志愿服务队` }))
  )
}
