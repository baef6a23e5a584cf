import * as v from 'valibot'
import { AreaShape, type AreaShape as Shape } from '#contract/places'

/** Why a border cannot be used, in a sentence for whoever runs the command. */
export class BorderFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BorderFault'
  }
}

const Feature = v.object({ type: v.literal('Feature'), geometry: AreaShape })
const Border = v.union([AreaShape, Feature, v.object({ type: v.literal('FeatureCollection'), features: v.strictTuple([Feature]) })])

/** The mainland with its islands, roughly, WGS-84: what lies outside was written in another order or another system. */
const CHINA = { west: 73, south: 3, east: 136, north: 54 }

const isInChina = ([longitude = 0, latitude = 0]: readonly number[]) =>
  longitude >= CHINA.west && longitude <= CHINA.east && latitude >= CHINA.south && latitude <= CHINA.north

function checked(shape: Shape): Shape {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const positions = polygons.flat(2)
  if (positions.some(position => !isInChina(position)))
    throw new BorderFault('The border must be in degrees, WGS-84, longitude before latitude, and lie in China.')
  if (new Set(positions.map(position => position.slice(0, 2).join())).size < 3) throw new BorderFault('The border has no surface.')
  return shape
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
  if (border.type === 'FeatureCollection') return checked(border.features[0].geometry)
  return checked(border.type === 'Feature' ? border.geometry : border)
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
