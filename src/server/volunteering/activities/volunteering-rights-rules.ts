import type { Grant, Role } from '#contract/people'
import type { AreaKind } from '#contract/places'

/** Where an activity takes place; a row of `activities` has it. */
export interface ActivityPlace {
  communityId: string
  streetId: string
  cityId: string
}

type Grants = readonly Pick<Grant, 'role' | 'areaId'>[]
/** `city.places.contains`: whether the first area is, or contains, the second. */
type Contains = (areaId: string, innerId: string) => boolean

const reaches =
  (...roles: readonly Role[]) =>
  (grants: Grants, { communityId }: ActivityPlace, contains: Contains): boolean =>
    grants.some(({ role, areaId }) => roles.includes(role) && areaId !== undefined && contains(areaId, communityId))

/** Plans and runs activities here: scans, rosters, first verification. */
export const manages = reaches('organiser')

/** May publish what somebody else wrote, and see and verify what organisers see. */
export const reviews = reaches('reviewer', 'supervisor', 'admin')

/** Second-level approval: more than a day's limit of staff, and typed-in hours. */
export const supervises = reaches('supervisor', 'admin')

/** Anybody who works on activities here. */
export const isStaffHere = (grants: Grants, place: ActivityPlace, contains: Contains) =>
  manages(grants, place, contains) || reviews(grants, place, contains)

/** The city office (创建办): a supervisor or admin of the whole city. */
export const isCityOffice = (caller: { grants: Grants }, city: { places: { kindOf: (areaId: string) => AreaKind | undefined } }): boolean =>
  caller.grants.some(
    ({ role, areaId }) => (role === 'supervisor' || role === 'admin') && areaId !== undefined && city.places.kindOf(areaId) === 'city'
  )
