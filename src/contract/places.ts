import * as v from 'valibot'
import { AreaWarning } from '#contract/area-faults'
import { command, query } from '#contract/operation'
import { BusinessDate, Id, Instant, line, measure, Nothing, onceKey, Point } from '#contract/shapes'

/** The tree of areas, from the whole to the part. Every grid hangs under a community, and so on upwards. */
export const areaKinds = ['city', 'street', 'community', 'grid'] as const
export type AreaKind = (typeof areaKinds)[number]

export const Area = v.object({
  areaId: Id,
  kind: v.picklist(areaKinds),
  name: v.string(),
  parentId: v.nullable(Id),
  /** A point inside the area's polygon, WGS-84. */
  centre: Point,
  /** The day from which it belongs to the city no more, where one is set. */
  retiresOn: v.optional(BusinessDate)
})
export type Area = v.InferOutput<typeof Area>

/** `retiresOn`: the day from which it takes no cases any more, where one is set. */
export const Unit = v.object({ unitId: Id, name: v.string(), retiresOn: v.optional(BusinessDate) })
export type Unit = v.InferOutput<typeof Unit>

/** The four areas a point lies in. */
export const Place = v.object({
  grid: v.object({ areaId: Id, name: v.string() }),
  community: v.object({ areaId: Id, name: v.string() }),
  street: v.object({ areaId: Id, name: v.string() }),
  city: v.object({ areaId: Id, name: v.string() })
})
export type Place = v.InferOutput<typeof Place>

/** Wider than the earth, so that metres of a projection arrive and can be named as what they are. */
const COORDINATE_MAX = 100_000_000
const Position = v.pipe(v.array(measure(-COORDINATE_MAX, COORDINATE_MAX)), v.minLength(2), v.maxLength(3))
const Ring = v.pipe(v.array(Position), v.minLength(4), v.maxLength(50_000))
const Rings = v.pipe(v.array(Ring), v.minLength(1), v.maxLength(1000))
/** GeoJSON (RFC 7946) polygon or multi-polygon, WGS-84: longitude first, in degrees. */
export const AreaShape = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: Rings }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.pipe(v.array(Rings), v.minLength(1), v.maxLength(1000)) })
])
export type AreaShape = v.InferOutput<typeof AreaShape>

const AreaFeature = v.object({
  type: v.literal('Feature'),
  properties: v.object({
    areaId: Id,
    kind: v.picklist(areaKinds),
    name: v.pipe(line(60), v.minLength(1)),
    parentId: v.nullable(Id)
  }),
  geometry: AreaShape
})
export type AreaFeature = v.InferOutput<typeof AreaFeature>

/** A file of areas. `crs` is there to be refused where it names another reference system than WGS-84. */
const AreaCollection = v.object({
  type: v.literal('FeatureCollection'),
  crs: v.optional(v.unknown()),
  features: v.pipe(v.array(AreaFeature), v.minLength(1), v.maxLength(20000))
})

const NamedArea = v.object({ areaId: Id, kind: v.picklist(areaKinds), name: v.string() })

const AreaImport = v.object({
  importId: Id,
  importedAt: Instant,
  addedCount: v.number(),
  changedCount: v.number(),
  undoneAt: v.optional(Instant)
})

/** What still needs an area, a unit or a category: of each kind how many, and some of them by name or number. */
export const useKinds = ['areas', 'cases', 'people', 'units', 'rules', 'organisations', 'activities', 'rewards', 'surveys'] as const
export const Use = v.object({ kind: v.picklist(useKinds), count: v.number(), names: v.array(v.string()) })
export type Use = v.InferOutput<typeof Use>

const AreaIds = v.pipe(v.array(Id), v.minLength(1), v.maxLength(2000))

/** A category code, a group code, or `*` for all. */
export const Covers = v.pipe(v.string(), v.minLength(1), v.maxLength(10), v.regex(/^(?:\*|[\w.:-]+)$/))

const Coverage = v.object({
  unitId: Id,
  areaId: Id,
  covers: Covers
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
    summary: 'Replaces or adds areas from a GeoJSON FeatureCollection, WGS-84 (admin). All or nothing; faults name their feature.',
    input: AreaCollection,
    output: v.object({ imported: v.number() }),
    refusals: ['not-found', 'input-too-large']
  }),
  previewImport: query({
    summary: 'What an import would do, without doing it (admin). Refused exactly as the import would be.',
    input: AreaCollection,
    output: v.object({
      added: v.array(NamedArea),
      /** Each says what of it changes. */
      changed: v.array(v.object({ ...NamedArea.entries, changes: v.array(v.picklist(['name', 'parent', 'shape'])) })),
      unchangedCount: v.number(),
      /** Open cases that go to another community, street or city together with their grid. */
      movedCaseCount: v.number(),
      /** At most 100. */
      warnings: v.array(AreaWarning)
    }),
    refusals: ['not-found', 'input-too-large']
  }),
  listImports: query({
    summary: 'The last twenty imports of areas, newest first (admin).',
    input: Nothing,
    output: v.object({ imports: v.array(AreaImport) }),
    refusals: ['not-found']
  }),
  undoImport: command({
    summary: 'Takes the last import back (admin): what it changed is as before, what it added is gone, as long as nothing hangs on it.',
    input: v.object({ importId: Id }),
    output: AreaImport,
    refusals: ['not-found', 'already-done', 'later-import', 'still-in-use']
  }),
  exportAreas: query({
    summary: 'The present areas as one GeoJSON FeatureCollection that `importAreas` takes again (admin).',
    input: Nothing,
    output: v.object({ type: v.literal('FeatureCollection'), features: v.array(AreaFeature) }),
    refusals: ['not-found']
  }),
  retireAreas: command({
    summary:
      'From a day on, today at the earliest, these areas belong to the city no more (admin); refused while anything open needs them.',
    input: v.object({ areaIds: AreaIds, on: BusinessDate }),
    output: v.object({ retired: v.number() }),
    refusals: ['not-found', 'still-in-use']
  }),
  listUses: query({
    summary: 'What still needs these areas or this unit: nothing left means it can be retired (admin).',
    input: v.union([v.object({ areaIds: AreaIds }), v.object({ unitId: Id })]),
    output: v.object({ uses: v.array(Use) }),
    refusals: ['not-found']
  }),
  keepAreas: command({
    summary: 'Takes the retirement of areas back, before or after its day (admin).',
    input: v.object({ areaIds: AreaIds }),
    output: v.object({ kept: v.number() }),
    refusals: ['not-found']
  }),
  listRetired: query({
    summary: 'Areas and units that are retired, today or on a coming day (admin).',
    input: Nothing,
    output: v.object({
      areas: v.array(v.object({ ...NamedArea.entries, parentName: v.optional(v.string()), retiresOn: BusinessDate })),
      units: v.array(v.object({ unitId: Id, name: v.string(), retiresOn: BusinessDate }))
    }),
    refusals: ['not-found']
  }),
  retireUnit: command({
    summary: 'From a day on, today at the earliest, a unit takes no cases any more (admin); refused while anything open needs it.',
    input: v.object({ unitId: Id, on: BusinessDate }),
    output: Unit,
    refusals: ['not-found', 'still-in-use']
  }),
  keepUnit: command({
    summary: 'Takes the retirement of a unit back (admin).',
    input: v.object({ unitId: Id }),
    output: Unit,
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
      ...onceKey,
      unitId: v.optional(Id),
      name: v.pipe(line(40), v.minLength(1)),
      coverage: v.pipe(v.array(v.omit(Coverage, ['unitId'])), v.maxLength(500))
    }),
    output: Unit,
    refusals: ['not-found']
  })
}
