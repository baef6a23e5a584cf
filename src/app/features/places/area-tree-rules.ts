import type { Area } from '#contract/places'

export interface AreaBranch {
  area: Area
  /** 0 for the whole city. */
  depth: number
}

/** All areas in reading order: each under its parent, one step deeper. What hangs under nothing known stands at the end. */
export function branchesOf(areas: readonly Area[]): AreaBranch[] {
  const known = new Set(areas.map(({ areaId }) => areaId))
  const childrenOf = (parentId: string | null) => areas.filter(area => (known.has(area.parentId ?? '') ? area.parentId : null) === parentId)
  const walk = (parentId: string | null, depth: number): AreaBranch[] =>
    childrenOf(parentId).flatMap(area => [{ area, depth }, ...walk(area.areaId, depth + 1)])
  return walk(null, 0)
}
