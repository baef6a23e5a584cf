import type { AreaFeature, AreaKind } from '#contract/places'
import { isSameShape, type PresentArea } from '#server/places/areas/area-map-rules'

export type AreaChange = 'name' | 'parent' | 'shape'

export interface ChangedArea<Row extends PresentArea> {
  feature: AreaFeature
  before: Row
  changes: AreaChange[]
}

/** What a file adds and changes; what it repeats is left alone. */
export function changesOf<Row extends PresentArea>(rows: ReadonlyMap<string, Row>, features: readonly AreaFeature[]) {
  const added: AreaFeature[] = []
  const changed: ChangedArea<Row>[] = []
  for (const feature of features) {
    const { properties, geometry } = feature
    const before = rows.get(properties.areaId)
    const changes: AreaChange[] = []
    if (before && before.name !== properties.name) changes.push('name')
    if (before && before.parentId !== properties.parentId) changes.push('parent')
    if (before && !isSameShape(before.shape, geometry)) changes.push('shape')
    if (!before) added.push(feature)
    else if (changes.length > 0) changed.push({ feature, before, changes })
  }
  return { added, changed }
}

type Node = Pick<PresentArea, 'areaId' | 'kind' | 'parentId'>

/** Where a grid lies, as cases keep it. */
export interface GridPlace {
  gridId: string
  communityId: string
  streetId: string
  cityId: string
}

function placeIn(nodes: ReadonlyMap<string, Node>, gridId: string): GridPlace {
  const above: Partial<Record<AreaKind, string>> = {}
  // Kinds go down by one a step, so a line is never longer than there are kinds.
  for (let node = nodes.get(gridId), steps = 0; node && steps < 4; steps += 1) {
    above[node.kind] = node.areaId
    node = node.parentId === null ? undefined : nodes.get(node.parentId)
  }
  return { gridId, communityId: above.community ?? '', streetId: above.street ?? '', cityId: above.city ?? '' }
}

const isSamePlace = (one: GridPlace, other: GridPlace) =>
  one.communityId === other.communityId && one.streetId === other.streetId && one.cityId === other.cityId

/** Grids that lie in another community, street or city than before, and communities in another street: with where they lie now. */
export function movesBetweenMaps(before: ReadonlyMap<string, Node>, after: ReadonlyMap<string, Node>) {
  const grids: GridPlace[] = []
  const communities: Omit<GridPlace, 'gridId'>[] = []
  for (const { areaId, kind } of before.values()) {
    if (kind !== 'grid' && kind !== 'community') continue
    const { gridId, ...now } = placeIn(after, areaId)
    if (isSamePlace(placeIn(before, areaId), { gridId, ...now })) continue
    if (kind === 'grid') grids.push({ gridId, ...now })
    else communities.push(now)
  }
  return { grids, communities }
}
