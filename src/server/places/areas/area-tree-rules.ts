import { faultOfPosition, isOtherCrs, type AreaFault } from '#contract/area-faults'
import { areaKinds, type AreaFeature, type AreaKind, type AreaShape } from '#contract/places'

/** As many faults as one answer names; whoever mends these sees the next. */
export const AREA_FAULTS_MAX = 20

/** An area of the city as an import meets it. */
export interface KnownArea {
  kind: AreaKind
  name: string
  isRetired: boolean
}

interface Collection {
  crs?: unknown
  features: readonly AreaFeature[]
}

const reasons = {
  'other-crs': 'the file names another reference system; only WGS-84 degrees are taken',
  'same-id': 'this areaId stands in the file before',
  'kind-changed': 'the kind of an area that is known never changes',
  retired: 'this area is retired; take its retirement back first',
  'second-city': 'there is one city, and this is another',
  'city-with-parent': 'a city has no parent',
  'no-parent': 'needs a parent',
  'parent-missing': 'there is no such area in the city or in this file',
  'parent-kind': 'its parent must be of the kind right above',
  'parent-retired': 'its parent is retired',
  metres: 'looks like the metres of a projected map; longitude and latitude in degrees are needed',
  'swapped-axes': 'looks like latitude first; longitude comes first',
  'out-of-range': 'longitude lies within ±180 and latitude within ±90 degrees',
  'no-surface': 'the polygon has no surface',
  'moved-away': 'the city would lie where it never was',
  'outside-parent': 'too much of it lies outside its parent',
  'child-outside': 'a part of it would lie outside',
  overlap: 'lies over another area of its kind',
  unusable: 'the map of the city cannot be built from it'
} as const satisfies Record<AreaFault['fault'], string>

/** A fault with its sentence, at a field of a feature. */
export const areaFault = (
  index: number,
  field: string,
  fault: AreaFault['fault'],
  more: Pick<AreaFault, 'otherIndex' | 'otherName' | 'share'> = {}
): AreaFault => ({ path: `features.${index}.${field}`, reason: reasons[fault], fault, ...more })

/** For what is wrong with a file as a whole. */
export const fileFault = (path: string, fault: AreaFault['fault']): AreaFault => ({ path, reason: reasons[fault], fault })

interface Tree {
  known: ReadonlyMap<string, KnownArea>
  /** The first place of each id in the file. */
  places: ReadonlyMap<string, number>
  features: readonly AreaFeature[]
}

function faultOfParent(index: number, { kind, parentId }: AreaFeature['properties'], tree: Tree): AreaFault | undefined {
  const at = (fault: AreaFault['fault']) => areaFault(index, 'properties.parentId', fault)
  const above = areaKinds[areaKinds.indexOf(kind) - 1]
  if (above === undefined) return parentId === null ? undefined : at('city-with-parent')
  if (parentId === null) return at('no-parent')
  const inFile = tree.features[tree.places.get(parentId) ?? -1]?.properties
  const parent = inFile ?? tree.known.get(parentId)
  if (!parent) return at('parent-missing')
  if (parent.kind !== above) return at('parent-kind')
  return !inFile && tree.known.get(parentId)?.isRetired ? at('parent-retired') : undefined
}

function faultOfIdentity(index: number, { areaId, kind }: AreaFeature['properties'], tree: Tree): AreaFault | undefined {
  const first = tree.places.get(areaId) ?? index
  if (first !== index) return areaFault(index, 'properties.areaId', 'same-id', { otherIndex: first })
  const known = tree.known.get(areaId)
  if (known && known.kind !== kind) return areaFault(index, 'properties.kind', 'kind-changed')
  if (known?.isRetired) return areaFault(index, 'properties.areaId', 'retired')
  if (kind !== 'city') return undefined
  const otherKnown = [...tree.known].find(([id, area]) => area.kind === 'city' && !area.isRetired && id !== areaId)
  if (otherKnown) return areaFault(index, 'properties.kind', 'second-city', { otherName: otherKnown[1].name })
  const otherIndex = tree.features.findIndex(({ properties }) => properties.kind === 'city' && properties.areaId !== areaId)
  return otherIndex >= 0 && otherIndex < index ? areaFault(index, 'properties.kind', 'second-city', { otherIndex }) : undefined
}

/** Every position of a shape, part by part. */
export function* positionsOf(shape: AreaShape): Generator<readonly number[]> {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  for (const rings of polygons) for (const ring of rings) yield* ring
}

function faultOfPositions(index: number, { geometry }: AreaFeature): AreaFault | undefined {
  for (const position of positionsOf(geometry)) {
    const fault = faultOfPosition(position)
    if (fault) return areaFault(index, 'geometry.coordinates', fault)
  }
  return undefined
}

/**
 * What is wrong with a file of areas by itself and in the tree of the city, in the order of the file: at most one fault a feature, and
 * `AREA_FAULTS_MAX` in all. Whether the areas fit together on the map is looked at afterwards.
 */
export function faultsOfTree({ crs, features }: Collection, known: ReadonlyMap<string, KnownArea>): AreaFault[] {
  if (isOtherCrs(crs)) return [fileFault('crs', 'other-crs')]
  const places = new Map<string, number>()
  for (const [index, { properties }] of features.entries()) if (!places.has(properties.areaId)) places.set(properties.areaId, index)
  const tree = { known, places, features }
  const faults: AreaFault[] = []
  for (const [index, feature] of features.entries()) {
    const fault =
      faultOfIdentity(index, feature.properties, tree) ?? faultOfParent(index, feature.properties, tree) ?? faultOfPositions(index, feature)
    if (fault) faults.push(fault)
    if (faults.length === AREA_FAULTS_MAX) break
  }
  return faults
}
