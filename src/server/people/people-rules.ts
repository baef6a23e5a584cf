import type { Role } from '#contract/people'

/** A handler answers for a unit; every other role is held for an area, or a unit within one. */
export const isGrantComplete = (grant: { role: Role; areaId?: string | undefined; unitId?: string | undefined }) =>
  grant.role === 'handler' ? grant.unitId !== undefined : grant.areaId !== undefined
