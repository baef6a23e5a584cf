import Flatbush from 'flatbush'
import { isInChina, type AreaFault, type AreaWarning } from '#contract/area-faults'
import { areaKinds, type AreaFeature, type AreaKind, type AreaShape } from '#contract/places'
import { regionOf, sharedAtMost, sharedSurface, type Region } from '#server/places/areas/area-clip-rules'
import { AREA_FAULTS_MAX, areaFault, positionsOf } from '#server/places/areas/area-tree-rules'

/** Of the smaller of two areas of one kind. Real borders were drawn twice and differ by slivers. */
const OVERLAP_SHARE_MAX = 0.02
/** Of an area outside its parent: borders of different levels often come from different offices. */
const OUTSIDE_SHARE_MAX = 0.05
/** Below this nobody needs to hear of a sliver. */
const SLIVER_SHARE_MIN = 0.002
const GAP_SHARE_MIN = 0.01
const WARNINGS_MAX = 100

/** A present area of the city as it was read. */
export interface PresentArea {
  areaId: string
  kind: AreaKind
  name: string
  parentId: string | null
  shape: AreaShape
}

/** An area as the city would have it, with its place in the file where it is named there. */
interface LaidArea extends PresentArea {
  index: number | undefined
  isShapeNew: boolean
  isParentNew: boolean
}

export interface MapFindings {
  faults: AreaFault[]
  warnings: AreaWarning[]
}

export const isSameShape = (one: AreaShape, other: AreaShape) =>
  one.type === other.type && JSON.stringify(one.coordinates) === JSON.stringify(other.coordinates)

function layOver(present: ReadonlyMap<string, PresentArea>, features: readonly AreaFeature[]): Map<string, LaidArea> {
  const laid = new Map<string, LaidArea>()
  for (const area of present.values()) laid.set(area.areaId, { ...area, index: undefined, isShapeNew: false, isParentNew: false })
  for (const [index, { properties, geometry }] of features.entries()) {
    const before = present.get(properties.areaId)
    const isShapeNew = !before || !isSameShape(before.shape, geometry)
    laid.set(properties.areaId, {
      ...properties,
      shape: geometry,
      index,
      isShapeNew,
      isParentNew: before?.parentId !== properties.parentId
    })
  }
  return laid
}

/** Everything the looks below share. */
class Findings implements MapFindings {
  readonly faults: AreaFault[] = []
  readonly warnings: AreaWarning[] = []
  private readonly regions = new Map<string, Region>()

  regionOf({ areaId, shape }: LaidArea): Region {
    const known = this.regions.get(areaId)
    if (known) return known
    const region = regionOf(shape)
    this.regions.set(areaId, region)
    return region
  }

  get isFull() {
    return this.faults.length >= AREA_FAULTS_MAX
  }

  /** A fault stands at the area that is in the file; the other one is named. */
  blame(area: LaidArea, fault: AreaFault['fault'], more: { other?: LaidArea; share?: number } = {}) {
    if (area.index === undefined || this.isFull) return
    const { other, share } = more
    this.faults.push(
      areaFault(area.index, 'geometry', fault, {
        ...(other && (other.index === undefined ? { otherName: other.name } : { otherIndex: other.index })),
        ...(share !== undefined && { share: Math.round(share * 1000) / 1000 })
      })
    )
  }

  warn(kind: AreaWarning['kind'], { areaId, name }: LaidArea, share?: number) {
    if (this.warnings.length >= WARNINGS_MAX) return
    this.warnings.push({ kind, areaId, name, ...(share !== undefined && { share: Math.round(share * 1000) / 1000 }) })
  }
}

function* lookAtEach(laid: readonly LaidArea[], present: ReadonlyMap<string, PresentArea>, findings: Findings): Generator<void> {
  for (const area of laid) {
    if (!area.isShapeNew || findings.isFull) continue
    yield
    const region = findings.regionOf(area)
    if (region.surface === 0) findings.blame(area, 'no-surface')
    const before = present.get(area.areaId)
    if (area.kind === 'city' && before && sharedSurface(region, regionOf(before.shape)) === 0) findings.blame(area, 'moved-away')
    const [position = []] = positionsOf(area.shape)
    if (!isInChina(position[0] ?? 0, position[1] ?? 0)) findings.warn('outside-china', area)
  }
}

function lookAtPair(area: LaidArea, other: LaidArea, findings: Findings): void {
  const [region, otherRegion] = [findings.regionOf(area), findings.regionOf(other)]
  const share = sharedSurface(region, otherRegion) / Math.min(region.surface, otherRegion.surface)
  // Of two that are new the later one in the file is named, with the earlier one beside it.
  const isOtherLater = other.isShapeNew && (other.index ?? 0) > (area.index ?? 0)
  const [named, beside] = isOtherLater ? [other, area] : [area, other]
  if (share > OVERLAP_SHARE_MAX) findings.blame(named, 'overlap', { other: beside, share })
  else if (share > SLIVER_SHARE_MIN) findings.warn('sliver', named, share)
}

/** Two areas of a kind, of which at least one has a new shape, never lie over each other by more than a sliver. */
function* lookForOverlaps(areas: readonly LaidArea[], findings: Findings): Generator<void> {
  if (areas.length < 2) return
  const boxes = new Flatbush(areas.length)
  for (const area of areas) {
    yield
    const { left, top, right, bottom } = findings.regionOf(area).box
    boxes.add(left, top, right, bottom)
  }
  boxes.finish()
  for (const [place, area] of areas.entries()) {
    if (!area.isShapeNew || findings.isFull) continue
    const region = findings.regionOf(area)
    const { left, top, right, bottom } = region.box
    for (const otherPlace of boxes.search(left, top, right, bottom)) {
      const other = areas[otherPlace]
      if (!other || otherPlace === place || (other.isShapeNew && otherPlace < place)) continue
      const otherRegion = findings.regionOf(other)
      if (sharedAtMost(region, otherRegion) <= Math.min(region.surface, otherRegion.surface) * SLIVER_SHARE_MIN) continue
      yield
      lookAtPair(area, other, findings)
    }
  }
}

function partsOf(laid: ReadonlyMap<string, LaidArea>): Map<string, LaidArea[]> {
  const parts = new Map<string, LaidArea[]>()
  for (const area of laid.values()) {
    const beside = parts.get(area.parentId ?? '')
    if (beside) beside.push(area)
    else if (area.parentId !== null) parts.set(area.parentId, [area])
  }
  return parts
}

/** Two parts of one area with one name cannot be told apart by residents; one of them is from the file. */
function warnOfNames(parts: readonly LaidArea[], findings: Findings): void {
  const seen = new Map<string, LaidArea>()
  for (const part of parts) {
    const namesake = seen.get(part.name)
    const isFromFile = part.index !== undefined || namesake?.index !== undefined
    if (namesake && isFromFile) return findings.warn('same-name', part)
    seen.set(part.name, part)
  }
}

function lookAtPart(child: LaidArea, parent: LaidArea, findings: Findings): number {
  const region = findings.regionOf(child)
  const inside = sharedSurface(region, findings.regionOf(parent))
  const share = region.surface === 0 ? 0 : 1 - inside / region.surface
  const isNew = child.isShapeNew || child.isParentNew
  if (share > OUTSIDE_SHARE_MAX && isNew) findings.blame(child, 'outside-parent', { other: parent, share })
  else if (share > OUTSIDE_SHARE_MAX && parent.isShapeNew) findings.blame(parent, 'child-outside', { other: child, share })
  else if (share > SLIVER_SHARE_MIN && isNew) findings.warn('sliver', child, share)
  return inside
}

/** What is new lies in its parent, a new parent holds its parts, and what no part covers is said. */
function* lookAtParents(laid: ReadonlyMap<string, LaidArea>, findings: Findings): Generator<void> {
  for (const [parentId, parts] of partsOf(laid)) {
    const parent = laid.get(parentId)
    const isTouched = parent?.isShapeNew || parts.some(part => part.isShapeNew || part.isParentNew)
    if (!parent || !isTouched || findings.isFull) continue
    let covered = 0
    for (const part of parts) {
      yield
      covered += lookAtPart(part, parent, findings)
    }
    const { surface } = findings.regionOf(parent)
    const gap = surface === 0 ? 0 : 1 - covered / surface
    if (gap > GAP_SHARE_MIN) findings.warn('gap', parent, gap)
    warnOfNames(parts, findings)
  }
}

/**
 * Lays the areas of a file over the present ones and looks how they fit: a fault where they do not, a warning where somebody should
 * have seen it. Yields between two looks, so that whoever drives it may let others in between: thousands of areas take seconds.
 */
export function* fitOf(present: ReadonlyMap<string, PresentArea>, features: readonly AreaFeature[]): Generator<void, MapFindings> {
  const laid = layOver(present, features)
  const findings = new Findings()
  yield* lookAtEach([...laid.values()], present, findings)
  if (findings.faults.length > 0) return findings
  yield* lookAtParents(laid, findings)
  for (const kind of areaKinds)
    yield* lookForOverlaps(
      [...laid.values()].filter(area => area.kind === kind),
      findings
    )
  return findings
}
