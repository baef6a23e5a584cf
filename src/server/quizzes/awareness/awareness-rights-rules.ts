import type { Grant, Role } from '#contract/people'
import type { AreaKind } from '#contract/places'

const offices: readonly Role[] = ['supervisor', 'admin', 'editor']

/** Who surveys the city: a supervisor or admin of the whole city (创建办), or an editor of it. */
export const maySurvey = (
  { grants }: { grants: readonly Pick<Grant, 'role' | 'areaId'>[] },
  { places }: { places: { kindOf: (areaId: string) => AreaKind | undefined } }
): boolean => grants.some(({ role, areaId }) => offices.includes(role) && areaId !== undefined && places.kindOf(areaId) === 'city')
