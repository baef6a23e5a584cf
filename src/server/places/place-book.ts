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
  unitOf(unitId: string): Unit | undefined
  /** The grid a point lies in; `undefined` outside every grid. */
  locate(point: Point): string | undefined
  /** @throws where `gridId` is no grid of this city. */
  pathOf(gridId: string): AreaPath
  placeOf(gridId: string): Place
  /** Whether the area is, or contains, the other one. */
  contains(areaId: string, innerId: string): boolean
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

/** Builds the book from its rows. Pure. */
export function buildPlaceBook(rows: readonly AreaRow[], units: readonly Unit[], coverage: readonly CoverageRow[]): PlaceBook {
  const areas = rows.map(toArea)
  const byId = new Map(areas.map(area => [area.areaId, area]))
  const index = buildGridIndex(rows.filter(row => row.kind === 'grid').map(row => ({ gridId: row.areaId, shape: row.shape })))
  const lineOf = (areaId: string): Area[] => {
    const area = byId.get(areaId)
    return area ? [area, ...(area.parentId ? lineOf(area.parentId) : [])] : []
  }
  const ancestor = (gridId: string, kind: AreaKind) => {
    const found = lineOf(gridId).find(area => area.kind === kind)
    if (!found) throw new Error(`area ${gridId} has no ${kind} above it`)
    return found
  }
  const pathOf = (gridId: string): AreaPath => ({
    gridId,
    communityId: ancestor(gridId, 'community').areaId,
    streetId: ancestor(gridId, 'street').areaId,
    cityId: ancestor(gridId, 'city').areaId
  })
  const named = (area: Area) => ({ areaId: area.areaId, name: area.name })
  return {
    areas,
    units,
    areaOf: areaId => byId.get(areaId),
    unitOf: unitId => units.find(unit => unit.unitId === unitId),
    locate: point => index.locate(point),
    pathOf,
    placeOf: gridId => ({
      grid: named(ancestor(gridId, 'grid')),
      community: named(ancestor(gridId, 'community')),
      street: named(ancestor(gridId, 'street')),
      city: named(ancestor(gridId, 'city'))
    }),
    contains: (areaId, innerId) => lineOf(innerId).some(area => area.areaId === areaId),
    covers: (unitId, path, category) =>
      coverage.some(
        row =>
          row.unitId === unitId &&
          Object.values(path).includes(row.areaId) &&
          [category.code, category.groupCode, '*'].includes(row.covers)
      )
  }
}
