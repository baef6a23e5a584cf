import * as v from 'valibot'
import { isInChina } from '#contract/area-faults'
import { AreaShape, type AreaFeature, type AreaShape as Shape } from '#contract/places'
import { fitOf } from '#server/places/areas/area-map-rules'
import { faultsOfTree, positionsOf } from '#server/places/areas/area-tree-rules'

/** Why a border cannot be used, in a sentence for whoever runs the command. */
export class BorderFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BorderFault'
  }
}

const crs = v.optional(v.unknown())
const Feature = v.object({ type: v.literal('Feature'), geometry: AreaShape, crs })
const Border = v.union([AreaShape, Feature, v.object({ type: v.literal('FeatureCollection'), features: v.strictTuple([Feature]), crs })])

/**
 * A border is checked as an import of the same area would be, so that no command makes a city the product refuses from an admin.
 * @throws BorderFault
 */
function checked(geometry: Shape, crs?: unknown): Shape {
  const properties = { areaId: 'city', kind: 'city' as const, name: 'city', parentId: null }
  const features = [{ type: 'Feature' as const, properties, geometry }]
  const [fault] = [...faultsOfTree({ crs, features }, new Map()), ...faultsOnMap(features)]
  if (fault) throw new BorderFault(`The border cannot be used: ${fault.reason}.`)
  if ([...positionsOf(geometry)].some(([longitude = 0, latitude = 0]) => !isInChina(longitude, latitude)))
    throw new BorderFault('The border must be in degrees, WGS-84, longitude before latitude, and lie in China.')
  return geometry
}

function faultsOnMap(features: readonly AreaFeature[]) {
  const looking = fitOf(new Map(), features)
  for (;;) {
    const step = looking.next()
    if (step.done) return step.value.faults
  }
}

/**
 * The border of a city from a GeoJSON file (RFC 7946, WGS-84): a polygon or multi-polygon, alone, as a feature or as a collection of one.
 * @throws BorderFault
 */
export function borderFrom(text: string): Shape {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new BorderFault('The border file is not JSON.')
  }
  const read = v.safeParse(Border, json)
  if (!read.success) throw new BorderFault('The border file must hold one GeoJSON Polygon or MultiPolygon, alone or as one Feature.')
  const border = read.output
  if (border.type === 'FeatureCollection') return checked(border.features[0].geometry, border.crs)
  return border.type === 'Feature' ? checked(border.geometry, border.crs) : checked(border)
}

/**
 * A rectangle around the city until its border is imported: `west,south,east,north` in degrees.
 * @throws BorderFault
 */
export function borderAround(text: string): Shape {
  const numbers = text.split(',').map(Number)
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers
  if (numbers.length !== 4 || numbers.some(Number.isNaN) || west >= east || south >= north)
    throw new BorderFault('--around takes four numbers: west,south,east,north in degrees, e.g. 116.5,34.5,117.2,34.9.')
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south]
  ]
  return checked({ type: 'Polygon', coordinates: [ring] })
}
