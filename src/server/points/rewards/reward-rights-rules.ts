import type { Grant, Role } from '#contract/people'

/** Who looks after the shelf of a community: its liaison, and whoever supervises or administers it. */
const shelfRoles: readonly Role[] = ['liaison', 'supervisor', 'admin']

type Grants = readonly Pick<Grant, 'role' | 'areaId'>[]
/** `city.places.contains`: whether the first area is, or contains, the second. */
type Contains = (areaId: string, innerId: string) => boolean

/** Whether somebody fills the shelf of this community and hands over what was redeemed there. */
export const keepsShelf = (grants: Grants, communityId: string, contains: Contains): boolean =>
  grants.some(({ role, areaId }) => shelfRoles.includes(role) && areaId !== undefined && contains(areaId, communityId))
