import type { Grant } from '#contract/people'

export interface VolunteeringRoles {
  /** Plans and runs activities. */
  isOrganiser: boolean
  /** May publish what somebody else wrote. */
  isReviewer: boolean
  /** Sees the activities of their area: organisers, and those who review and supervise them. */
  isStaff: boolean
  /** May stand for the city office; whether their area is the whole city, the server says. */
  isOffice: boolean
}

/** What the roles of somebody open among the pages of volunteering; the server decides on each call anew. */
export function volunteeringRoles(grants: readonly Pick<Grant, 'role'>[]): VolunteeringRoles {
  const has = (...roles: readonly Grant['role'][]) => grants.some(({ role }) => roles.includes(role))
  const isReviewer = has('reviewer', 'supervisor', 'admin')
  const isOrganiser = has('organiser')
  return { isOrganiser, isReviewer, isStaff: isOrganiser || isReviewer, isOffice: has('supervisor', 'admin') }
}
