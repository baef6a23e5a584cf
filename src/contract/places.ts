import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { Id, Nothing, Point, text } from '#contract/shapes'

/** The tree of areas, from the whole to the part. Every grid hangs under a community, and so on upwards. */
export const areaKinds = ['city', 'street', 'community', 'grid'] as const
export type AreaKind = (typeof areaKinds)[number]

export const Area = v.object({
  areaId: Id,
  kind: v.picklist(areaKinds),
  name: v.string(),
  parentId: v.nullable(Id),
  /** A point inside the area's polygon, WGS-84. */
  centre: Point
})
export type Area = v.InferOutput<typeof Area>

export const Unit = v.object({ unitId: Id, name: v.string() })
export type Unit = v.InferOutput<typeof Unit>

/** The four areas a point lies in. */
export const Place = v.object({
  grid: v.object({ areaId: Id, name: v.string() }),
  community: v.object({ areaId: Id, name: v.string() }),
  street: v.object({ areaId: Id, name: v.string() }),
  city: v.object({ areaId: Id, name: v.string() })
})
export type Place = v.InferOutput<typeof Place>

const Position = v.pipe(v.array(v.number()), v.minLength(2), v.maxLength(3))
const Ring = v.pipe(v.array(Position), v.minLength(4), v.maxLength(5000))
/** GeoJSON (RFC 7946) polygon or multi-polygon, WGS-84. */
export const AreaShape = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: v.pipe(v.array(Ring), v.minLength(1)) }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.pipe(v.array(v.pipe(v.array(Ring), v.minLength(1))), v.minLength(1)) })
])
export type AreaShape = v.InferOutput<typeof AreaShape>

const AreaFeature = v.object({
  type: v.literal('Feature'),
  properties: v.object({
    areaId: Id,
    kind: v.picklist(areaKinds),
    name: v.pipe(text(60), v.minLength(1)),
    parentId: v.nullable(Id)
  }),
  geometry: AreaShape
})
export type AreaFeature = v.InferOutput<typeof AreaFeature>

const Coverage = v.object({
  unitId: Id,
  areaId: Id,
  /** A category code, a group code, or `*` for all. */
  covers: v.pipe(v.string(), v.minLength(1), v.maxLength(10))
})

export const places = {
  listAreas: query({
    summary: 'All areas of the city, as a flat list with parents.',
    isOpen: true,
    input: Nothing,
    output: v.object({ areas: v.array(Area) })
  }),
  listUnits: query({
    summary: 'Units that may be made responsible for a report.',
    isOpen: true,
    input: v.object({
      /** Only units that cover this category at this place. */
      categoryCode: v.optional(Id),
      gridId: v.optional(Id)
    }),
    output: v.object({ units: v.array(Unit) })
  }),
  locatePoint: query({
    summary: 'The grid, community, street and city a point lies in.',
    isOpen: true,
    input: v.object({ point: Point }),
    output: Place,
    refusals: ['outside-area']
  }),
  listShapes: query({
    summary: 'Polygons of the areas under a parent (or of all grids), as GeoJSON for a map.',
    isOpen: true,
    input: v.object({ kind: v.picklist(areaKinds), parentId: v.optional(Id) }),
    output: v.object({
      type: v.literal('FeatureCollection'),
      features: v.array(
        v.object({
          type: v.literal('Feature'),
          properties: v.object({ areaId: Id, kind: v.picklist(areaKinds), name: v.string(), parentId: v.nullable(Id) }),
          geometry: AreaShape
        })
      )
    })
  }),
  importAreas: command({
    summary: 'Replaces or adds areas from a GeoJSON FeatureCollection, WGS-84 (admin). All or nothing.',
    input: v.object({ type: v.literal('FeatureCollection'), features: v.pipe(v.array(AreaFeature), v.minLength(1), v.maxLength(20000)) }),
    output: v.object({ imported: v.number() }),
    refusals: ['not-found']
  }),
  getUnit: query({
    summary: 'A unit and what it covers (admin).',
    input: v.object({ unitId: Id }),
    output: v.object({ ...Unit.entries, coverage: v.array(v.omit(Coverage, ['unitId'])) }),
    refusals: ['not-found']
  }),
  saveUnit: command({
    summary: 'Adds or renames a responsible unit and says what it covers (admin).',
    input: v.object({
      unitId: v.optional(Id),
      name: v.pipe(text(40), v.minLength(1)),
      coverage: v.pipe(v.array(v.omit(Coverage, ['unitId'])), v.maxLength(500))
    }),
    output: Unit,
    refusals: ['not-found']
  })
}
