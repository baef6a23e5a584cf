import type { Area, AreaKind, Place, Unit } from '#contract/places'
import type { Point } from '#contract/shapes'
import { buildGridIndex } from '#server/places/grid-index'
import type { AreaRow, CoverageRow, UnitRow } from '#server/places/places-store'

/** The four areas of a grid, by id. */
export interface AreaPath {
  gridId: string
  communityId: string
  streetId: string
  cityId: string
}

/**
 * The city's areas and units in memory: asked several times in most operations, changed a few times a year. What is retired is in no
 * list, holds no point and covers nothing; by its id it is still known, for what happened in it keeps its names.
 */
export interface PlaceBook {
  areas: readonly Area[]
  units: readonly Unit[]
  areaOf(areaId: string): Area | undefined
  kindOf: (areaId: string) => AreaKind | undefined
  unitOf(unitId: string): Unit | undefined
  /** Whether it is an area of the city today: what is chosen anew must be, what was chosen before need not. */
  hasArea: (areaId: string) => boolean
  hasUnit: (unitId: string) => boolean
  /** The grid a point lies in; `undefined` outside every grid. */
  locate(point: Point): string | undefined
  /** @throws where `gridId` is no grid of this city. */
  pathOf(gridId: string): AreaPath
  placeOf(gridId: string): Place
  /** The names of the areas something was written down with, wherever its grid lies by now. */
  placeAt(path: AreaPath): Place
  /** Whether the area is, or contains, the other one. */
  contains: (areaId: string, innerId: string) => boolean
  /** Whether the unit covers this category somewhere the path lies in. */
  covers(unitId: string, path: AreaPath, category: { code: string; groupCode: string }): boolean
}

const toArea = (row: AreaRow): Area => ({
  areaId: row.areaId,
  kind: row.kind,
  name: row.name,
  parentId: row.parentId,
  centre: { longitude: row.centreLongitude, latitude: row.centreLatitude },
  ...(row.retiresOn !== null && { retiresOn: row.retiresOn })
})

const toUnit = ({ unitId, name, retiresOn }: UnitRow): Unit => ({ unitId, name, ...(retiresOn !== null && { retiresOn }) })

/** Whether something whose last day may be set is gone on a business date. */
export const isRetired = ({ retiresOn }: { retiresOn?: string | null }, today: string) =>
  retiresOn !== null && retiresOn !== undefined && retiresOn <= today

/** A map that cannot be built; it must never be committed. */
export class MapFault extends Error {}

/** The four areas of a grid, found once: every card of every list asks for them. */
function chainOf(gridId: string, line: readonly Area[]): { path: AreaPath; place: Place } {
  const above = (kind: AreaKind) => {
    const area = line.find(candidate => candidate.kind === kind)
    if (!area) throw new MapFault(`area ${gridId} has no ${kind} above it`)
    return { areaId: area.areaId, name: area.name }
  }
  const place = { grid: above('grid'), community: above('community'), street: above('street'), city: above('city') }
  const path = { gridId, communityId: place.community.areaId, streetId: place.street.areaId, cityId: place.city.areaId }
  return { path, place }
}

/** An area and everything it lies in. @throws where an area would lie in itself. */
function lineIn(byId: ReadonlyMap<string, Area>, areaId: string): Area[] {
  const line: Area[] = []
  for (let area = byId.get(areaId); area; area = area.parentId === null ? undefined : byId.get(area.parentId)) {
    if (line.includes(area)) throw new MapFault(`area ${areaId} lies in itself`)
    line.push(area)
  }
  return line
}

/**
 * Builds the book from its rows, as the city is on a business date. Pure.
 * @throws where a grid has no community, street or city above it: such a map must never be written.
 */
export function buildPlaceBook(
  rows: readonly AreaRow[],
  unitRows: readonly UnitRow[],
  coverage: readonly CoverageRow[],
  today: string
): PlaceBook {
  const present = rows.filter(row => !isRetired(row, today))
  const presentIds = new Set(present.map(row => row.areaId))
  const byId = new Map(rows.map(row => [row.areaId, toArea(row)]))
  const units = unitRows.map(toUnit)
  const unitById = new Map(units.map(unit => [unit.unitId, unit]))
  const index = buildGridIndex(present.filter(row => row.kind === 'grid').map(row => ({ gridId: row.areaId, shape: row.shape })))
  const grids = rows.filter(row => row.kind === 'grid')
  const known = new Map(grids.map(({ areaId }) => [areaId, chainOf(areaId, lineIn(byId, areaId))]))
  const chain = (gridId: string) => {
    const found = known.get(gridId)
    if (!found) throw new Error(`${gridId} is no grid of this city`)
    return found
  }
  const named = (areaId: string) => ({ areaId, name: byId.get(areaId)?.name ?? areaId })
  return {
    areas: present.map(toArea),
    units: units.filter(unit => !isRetired(unit, today)),
    areaOf: areaId => byId.get(areaId),
    kindOf: areaId => byId.get(areaId)?.kind,
    unitOf: unitId => unitById.get(unitId),
    hasArea: areaId => presentIds.has(areaId),
    hasUnit: unitId => unitById.has(unitId) && !isRetired(unitById.get(unitId) ?? {}, today),
    locate: point => index.locate(point),
    pathOf: gridId => chain(gridId).path,
    placeOf: gridId => chain(gridId).place,
    placeAt: path => ({
      grid: named(path.gridId),
      community: named(path.communityId),
      street: named(path.streetId),
      city: named(path.cityId)
    }),
    contains: (areaId, innerId) => lineIn(byId, innerId).some(area => area.areaId === areaId),
    covers(unitId, { gridId, communityId, streetId, cityId }, { code, groupCode }) {
      if (isRetired(unitById.get(unitId) ?? {}, today)) return false
      const around = [gridId, communityId, streetId, cityId]
      return coverage.some(row => row.unitId === unitId && around.includes(row.areaId) && [code, groupCode, '*'].includes(row.covers))
    }
  }
}
