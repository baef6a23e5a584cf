import { areaKinds, type AreaFeature, type AreaKind } from '#contract/places'

/** The first thing wrong with an import, by the index of its feature: a parent that is missing or of the wrong kind. */
export function faultOfAreas(
  features: readonly AreaFeature[],
  known: ReadonlyMap<string, AreaKind>
): { index: number; reason: string } | undefined {
  const kinds = new Map([...known, ...features.map(({ properties }) => [properties.areaId, properties.kind] as const)])
  for (const [index, { properties }] of features.entries()) {
    const above = areaKinds[areaKinds.indexOf(properties.kind) - 1]
    if (above === undefined && properties.parentId !== null) return { index, reason: 'a city has no parent' }
    if (above !== undefined && (properties.parentId === null || kinds.get(properties.parentId) !== above))
      return { index, reason: `its parent must be a ${above}` }
  }
  return undefined
}
