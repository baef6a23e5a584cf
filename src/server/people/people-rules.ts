import type { Grant, Role } from '#contract/people'

/** Whether somebody holds a role anywhere. */
export const holds = (person: { grants: readonly Pick<Grant, 'role'>[] }, ...roles: readonly Role[]) =>
  person.grants.some(grant => roles.includes(grant.role))

/** A handler answers for a unit; every other role is held for an area, or a unit within one. */
export const isGrantComplete = (grant: { role: Role; areaId?: string | undefined; unitId?: string | undefined }) =>
  grant.role === 'handler' ? grant.unitId !== undefined : grant.areaId !== undefined
