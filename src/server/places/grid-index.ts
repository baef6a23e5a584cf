import Flatbush from 'flatbush'
import pointInPolygon from 'point-in-polygon-hao'
import polylabel from 'polylabel'
import type { AreaShape } from '#contract/places'
import type { Point } from '#contract/shapes'

export interface GridShape {
  gridId: string
  shape: AreaShape
}

export interface GridIndex {
  /** The grid a WGS-84 point lies in. A point on a border, or in overlapping grids, belongs to the one with the lowest id. */
  locate(point: Point): string | undefined
}

type Position = [longitude: number, latitude: number]
/** An outer ring and its holes, each closed. */
type Polygon = Position[][]

interface Part {
  gridId: string
  polygon: Polygon
}

/** Reads all shapes once, into memory; thousands of grids then answer in a few microseconds. */
export function buildGridIndex(grids: readonly GridShape[]): GridIndex {
  const parts: Part[] = grids.flatMap(({ gridId, shape }) => polygonsOf(shape).map(polygon => ({ gridId, polygon })))
  if (parts.length === 0) return { locate: () => undefined }
  parts.sort((one, other) => (one.gridId < other.gridId ? -1 : 1))
  const boxes = new Flatbush(parts.length)
  for (const { polygon } of parts) boxes.add(...boxOf(polygon))
  boxes.finish()
  return {
    locate({ longitude, latitude }) {
      const position: Position = [longitude, latitude]
      // The library answers 0 on a border; parts are sorted, so the first that holds the point has the lowest id.
      const candidates = boxes.search(longitude, latitude, longitude, latitude).sort((one, other) => one - other)
      return candidates.map(index => parts[index]).find(part => part && pointInPolygon(position, part.polygon) !== false)?.gridId
    }
  }
}

/**
 * A point inside the shape, far from its borders, where a label or a pin may stand. A shape without any surface gives its
 * first corner.
 */
export function centreOf(shape: AreaShape): Point {
  const [best] = polygonsOf(shape)
    .map(polygon => roomiestPoint(polygon))
    .sort((one, other) => other.distance - one.distance)
  if (!best) throw new RangeError('A shape has at least one polygon.')
  return { longitude: best.position[0], latitude: best.position[1] }
}

function roomiestPoint(polygon: Polygon): { position: Position; distance: number } {
  const [west, south, east, north] = boxOf(polygon)
  const shortSide = Math.min(east - west, north - south)
  // A search step coarser than a sliver's width may end outside it; then the step is made finer.
  for (let step = shortSide / 50; shortSide > 0 && step > shortSide * 1e-6; step /= 10) {
    const position = polylabel(polygon, step)
    if (pointInPolygon(position, polygon) === true) return { position, distance: position.distance }
  }
  return { position: polygon[0]?.[0] ?? [west, south], distance: 0 }
}

function polygonsOf(shape: AreaShape): Polygon[] {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  return polygons.map(rings => rings.map(closed))
}

/** RFC 7946 closes every ring and allows a height; some editors forget the first, and nobody here needs the second. */
function closed(ring: readonly number[][]): Position[] {
  const positions = ring.map(([longitude = 0, latitude = 0]): Position => [longitude, latitude])
  const [first, last] = [positions[0], positions.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push([...first])
  return positions
}

function boxOf(polygon: Polygon): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [longitude, latitude] of polygon[0] ?? []) {
    box[0] = Math.min(box[0], longitude)
    box[1] = Math.min(box[1], latitude)
    box[2] = Math.max(box[2], longitude)
    box[3] = Math.max(box[3], latitude)
  }
  return box
}
