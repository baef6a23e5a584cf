import distance from '@turf/distance'
import type { Point } from '#contract/shapes'

/** Degrees, WGS-84. */
export interface BoundingBox {
  west: number
  south: number
  east: number
  north: number
}

/** The mean radius of the earth that `@turf/distance` reckons with. */
const EARTH_RADIUS_METRES = 6_371_008.8
/** Keeps a point exactly on the radius inside the box whatever the rounding. */
const MARGIN_DEGREES = 1e-9

/** The way between two WGS-84 points over the sphere, in metres; within about half a percent of the ellipsoid. */
export function distanceMetres(one: Point, other: Point): number {
  return distance([one.longitude, one.latitude], [other.longitude, other.latitude], { units: 'meters' })
}

/**
 * A box that holds every point within the radius, for an index to search before distances are reckoned. Near a pole or the
 * date line it is the whole round of the earth.
 */
export function boundingBox({ longitude, latitude }: Point, radiusMetres: number): BoundingBox {
  const angle = radiusMetres / EARTH_RADIUS_METRES
  const latitudeReach = degrees(angle) + MARGIN_DEGREES
  const box = { south: Math.max(-90, latitude - latitudeReach), north: Math.min(90, latitude + latitudeReach) }
  // Meridians draw together towards the poles; the widest point of the circle lies a little poleward of its middle.
  const longitudeReach = degrees(Math.asin(Math.sin(angle) / Math.cos(radians(latitude)))) + MARGIN_DEGREES
  const [west, east] = [longitude - longitudeReach, longitude + longitudeReach]
  // Round a pole the sine above has no angle, and every comparison with it is false.
  const isWholeRound = !(west >= -180 && east <= 180)
  return isWholeRound ? { ...box, west: -180, east: 180 } : { ...box, west, east }
}

const degrees = (radianValue: number) => (radianValue * 180) / Math.PI
const radians = (degreeValue: number) => (degreeValue * Math.PI) / 180

/** About 22 m of latitude, and 19 m of longitude in the middle of China. */
const CELL_DEGREES = 0.0002
/** No point of a cell lies farther from its middle. */
export const CELL_RADIUS_METRES = 16

const middleOf = (degrees: number) => Number(((Math.floor(degrees / CELL_DEGREES) + 0.5) * CELL_DEGREES).toFixed(4))

/**
 * The middle of the cell a point lies in, WGS-84 degrees. Whatever is computed from it alone, however often and from wherever it is asked,
 * tells the cell and no more.
 */
export const coarsePoint = ({ longitude, latitude }: Point): Point => ({ longitude: middleOf(longitude), latitude: middleOf(latitude) })
