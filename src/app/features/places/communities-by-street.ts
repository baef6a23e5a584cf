import type { Area } from '#contract/places'

export interface StreetOfCommunities {
  street: Area
  communities: Area[]
}

/** Communities under their streets, in the order the city lists them; a street without communities is left out. */
export function communitiesByStreet(areas: readonly Area[]): StreetOfCommunities[] {
  return areas
    .filter(area => area.kind === 'street')
    .map(street => ({ street, communities: areas.filter(area => area.kind === 'community' && area.parentId === street.areaId) }))
    .filter(({ communities }) => communities.length > 0)
}
