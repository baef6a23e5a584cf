import type { Grant, Role } from '#contract/people'

type Grants = readonly Pick<Grant, 'role' | 'areaId'>[]
/** `city.places.contains`: whether the first area is, or contains, the second. */
type Contains = (areaId: string, innerId: string) => boolean

const reaches =
  (...roles: readonly Role[]) =>
  (grants: Grants, areaId: string, contains: Contains): boolean =>
    grants.some(grant => roles.includes(grant.role) && grant.areaId !== undefined && contains(grant.areaId, areaId))

/** Writes the organisations of an area and runs their teams. */
export const writesOrganisations = reaches('organiser', 'reviewer', 'supervisor', 'admin')

/** Verifies what somebody else wrote, and retires. */
export const verifiesOrganisations = reaches('reviewer', 'supervisor', 'admin')
