import type { Grant, Role } from '#contract/people'

const staffRoles: readonly Role[] = ['organiser', 'reviewer', 'supervisor', 'admin']

/** The widest areas somebody runs or reviews activities in: an area inside another one of theirs is left out. */
export function staffAreasOf(
  grants: readonly Pick<Grant, 'role' | 'areaId'>[],
  contains: (areaId: string, innerId: string) => boolean
): string[] {
  const held = grants.flatMap(({ role, areaId }) => (areaId !== undefined && staffRoles.includes(role) ? [areaId] : []))
  const areaIds = [...new Set(held)]
  return areaIds.filter(inner => !areaIds.some(outer => outer !== inner && contains(outer, inner))).sort()
}
