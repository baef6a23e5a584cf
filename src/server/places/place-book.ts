import type { Area, AreaKind, Place, Unit } from '#contract/places'
import type { Point } from '#contract/shapes'
import { buildGridIndex } from '#server/places/grid-index'
import type { AreaRow, CoverageRow } from '#server/places/places-store'

/** The four areas of a grid, by id. */
export interface AreaPath {
  gridId: string
  communityId: string
  streetId: string
  cityId: string
}

/** The city's areas and units in memory: asked several times in most operations, changed a few times a year. */
export interface PlaceBook {
  areas: readonly Area[]
  units: readonly Unit[]
  areaOf(areaId: string): Area | undefined
  kindOf: (areaId: string) => AreaKind | undefined
  unitOf(unitId: string): Unit | undefined
  /** The grid a point lies in; `undefined` outside every grid. */
  locate(point: Point): string | undefined
  /** @throws where `gridId` is no grid of this city. */
  pathOf(gridId: string): AreaPath
  placeOf(gridId: string): Place
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
  centre: { longitude: row.centreLongitude, latitude: row.centreLatitude }
})

/** The four areas of a grid, found once: every card of every list asks for them. */
function chainOf(gridId: string, line: readonly Area[]): { path: AreaPath; place: Place } {
  const above = (kind: AreaKind) => {
    const area = line.find(candidate => candidate.kind === kind)
    if (!area) throw new Error(`area ${gridId} has no ${kind} above it`)
    return { areaId: area.areaId, name: area.name }
  }
  const place = { grid: above('grid'), community: above('community'), street: above('street'), city: above('city') }
  const path = { gridId, communityId: place.community.areaId, streetId: place.street.areaId, cityId: place.city.areaId }
  return { path, place }
}

/** Builds the book from its rows. Pure. */
export function buildPlaceBook(rows: readonly AreaRow[], units: readonly Unit[], coverage: readonly CoverageRow[]): PlaceBook {
  const areas = rows.map(toArea)
  const byId = new Map(areas.map(area => [area.areaId, area]))
  const index = buildGridIndex(rows.filter(row => row.kind === 'grid').map(row => ({ gridId: row.areaId, shape: row.shape })))
  const lineOf = (areaId: string): Area[] => {
    const area = byId.get(areaId)
    return area ? [area, ...(area.parentId ? lineOf(area.parentId) : [])] : []
  }
  const known = new Map(areas.filter(area => area.kind === 'grid').map(grid => [grid.areaId, chainOf(grid.areaId, lineOf(grid.areaId))]))
  const chain = (gridId: string) => {
    const found = known.get(gridId)
    if (!found) throw new Error(`${gridId} is no grid of this city`)
    return found
  }
  return {
    areas,
    units,
    areaOf: areaId => byId.get(areaId),
    kindOf: areaId => byId.get(areaId)?.kind,
    unitOf: unitId => units.find(unit => unit.unitId === unitId),
    locate: point => index.locate(point),
    pathOf: gridId => chain(gridId).path,
    placeOf: gridId => chain(gridId).place,
    contains: (areaId, innerId) => lineOf(innerId).some(area => area.areaId === areaId),
    covers(unitId, { gridId, communityId, streetId, cityId }, { code, groupCode }) {
      const around = [gridId, communityId, streetId, cityId]
      return coverage.some(row => row.unitId === unitId && around.includes(row.areaId) && [code, groupCode, '*'].includes(row.covers))
    }
  }
}
