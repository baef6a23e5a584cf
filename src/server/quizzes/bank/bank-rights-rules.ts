import type { Grant } from '#contract/people'
import type { AreaKind } from '#contract/places'

interface Worker {
  grants: readonly Pick<Grant, 'role' | 'areaId'>[]
}

interface Whole {
  places: { kindOf: (areaId: string) => AreaKind | undefined }
}

/** Editors and admins of the whole city: one bank serves all its streets. */
export const worksOnBank = ({ grants }: Worker, { places }: Whole): boolean =>
  grants.some(({ role, areaId }) => (role === 'editor' || role === 'admin') && areaId !== undefined && places.kindOf(areaId) === 'city')
