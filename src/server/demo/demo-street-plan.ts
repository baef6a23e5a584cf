import type { Point } from '#contract/shapes'

/** Metres east and north of the middle of the demo city. */
interface Spot {
  x: number
  y: number
}
/** West to east: how far north a road lies at `x`. */
type Road = (x: number) => number
/** South to north: how far east a lane, the river or the city limit lies at `y`. */
type Lane = (y: number) => number
/** One band of blocks between two roads, cut by lanes from the western city limit to the eastern one. */
interface Row {
  lanes: Lane[]
  /** Which of `lanes` is the river. */
  riverAt: number
}

const MIDDLE: Point = { longitude: 115.6184, latitude: 32.7316 }
const METRES_PER_DEGREE = 111_320
/** The whole plan is turned a little: streets laid along a river seldom point due north. */
const TURN_RADIANS = 0.14
const ROAD_SAMPLE_METRES = 230

const roads: readonly Road[] = [
  x => -1610 - 0.05 * x + 60 * Math.sin(x / 620),
  x => -830 + 0.03 * x + 34 * Math.sin(x / 470 + 1),
  x => 20 - 0.045 * x + 24 * Math.sin(x / 800),
  x => 800 + 0.02 * x + 42 * Math.sin(x / 520 + 2.2),
  x => 1570 + 0.04 * x + 70 * Math.sin(x / 690 + 0.6)
]

const river: Lane = y => 150 * Math.sin(y / 640 + 0.4) + 46 * Math.sin(y / 230)
const westLimit: Lane = y => -1840 + 70 * Math.sin(y / 520) - 0.04 * y
const eastLimit: Lane = y => 1790 + 85 * Math.sin(y / 610 + 2) + 0.05 * y

/** A lane at `x` in the middle of its row, leaning by `lean` metres a metre and bending a little. */
const lane =
  (x: number, rowMiddle: number, lean: number, bend = 0): Lane =>
  y =>
    x + lean * (y - rowMiddle) + bend * Math.sin((y - rowMiddle) / 190)

const row = (west: Lane[], east: Lane[]): Row => ({ lanes: [westLimit, ...west, river, ...east, eastLimit], riverAt: west.length + 1 })

/** South to north. Lanes of neighbouring rows do not meet: blocks along real streets are staggered. */
const rows: readonly Row[] = [
  row([lane(-1180, -1220, 0.06), lane(-560, -1220, -0.05, 16)], [lane(930, -1220, 0.08, 20)]),
  row([lane(-1310, -400, -0.04), lane(-720, -400, 0.05, 14)], [lane(430, -400, 0.04), lane(860, -400, -0.05, 12), lane(1290, -400, 0.03)]),
  row([lane(-1400, 400, 0.05), lane(-930, 400, -0.04, 12), lane(-440, 400, 0.03)], [lane(620, 400, -0.06, 18), lane(1190, 400, 0.04)]),
  row([lane(-820, 1180, 0.07, 22)], [lane(660, 1180, 0.05), lane(1240, 1180, -0.04, 15)])
]

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

function toDegrees({ x, y }: Spot): [number, number] {
  const east = x * Math.cos(TURN_RADIANS) + y * Math.sin(TURN_RADIANS)
  const north = y * Math.cos(TURN_RADIANS) - x * Math.sin(TURN_RADIANS)
  const longitude = MIDDLE.longitude + east / (METRES_PER_DEGREE * Math.cos((MIDDLE.latitude * Math.PI) / 180))
  return [rounded(longitude), rounded(MIDDLE.latitude + north / METRES_PER_DEGREE)]
}

/** Where a lane meets a road; both are gentle, so a few rounds settle on the spot. */
function crossing(road: Road, along: Lane): Spot {
  let y = road(0)
  for (let round = 0; round < 12; round += 1) y = road(along(y))
  return { x: along(y), y }
}

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index]
  if (found === undefined) throw new Error(`The street plan has no entry ${index}.`)
  return found
}

/** Every bend of a road from the west to the east, with each crossing of the rows on both of its sides. */
function bendsOf(roadIndex: number): Spot[] {
  const road = at(roads, roadIndex)
  const touching = rows.filter((_, index) => index === roadIndex || index === roadIndex - 1)
  const crossings = touching.flatMap(each => each.lanes.map(along => crossing(road, along)))
  const west = crossing(road, westLimit).x
  const east = crossing(road, eastLimit).x
  const bends: Spot[] = [...crossings]
  for (let x = west + ROAD_SAMPLE_METRES; x < east; x += ROAD_SAMPLE_METRES) {
    if (crossings.every(spot => Math.abs(spot.x - x) > 60)) bends.push({ x, y: road(x) })
  }
  return bends.sort((one, other) => one.x - other.x).filter((spot, index, all) => index === 0 || spot.x - at(all, index - 1).x > 0.5)
}

const bends = roads.map((_, index) => bendsOf(index))

/** The part of a road between two lanes, west to east. */
function roadBetween(roadIndex: number, west: Lane, east: Lane): Spot[] {
  const from = crossing(at(roads, roadIndex), west).x
  const to = crossing(at(roads, roadIndex), east).x
  return at(bends, roadIndex).filter(spot => spot.x > from - 0.5 && spot.x < to + 0.5)
}

/** The part of a lane inside a row, south to north, both crossings included. */
function laneInRow(rowIndex: number, along: Lane): Spot[] {
  const south = crossing(at(roads, rowIndex), along)
  const north = crossing(at(roads, rowIndex + 1), along)
  const between = [0.25, 0.5, 0.75].map(share => south.y + share * (north.y - south.y)).map(y => ({ x: along(y), y }))
  return [south, ...between, north]
}

/** A stretch of blocks: some rows, from one lane to another. Grids, communities, streets and the city are all such stretches. */
export interface Stretch {
  firstRow: number
  lastRow: number
  /** Which lane of each row; several rows are only joined at the river or the city limits. */
  westLane: (row: number) => number
  eastLane: (row: number) => number
}

export const laneCount = (rowIndex: number) => at(rows, rowIndex).lanes.length
export const riverLane = (rowIndex: number) => at(rows, rowIndex).riverAt

/**
 * The outline of a stretch: one closed ring of [longitude, latitude], WGS-84, counter-clockwise (RFC 7946, 3.1.6).
 * Neighbours and parents take the same bends of the same roads, so shared borders are the same numbers.
 */
export function outlineOf({ firstRow, lastRow, westLane, eastLane }: Stretch): [number, number][] {
  const rowIndexes = Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index)
  const laneOf = (rowIndex: number, laneIndex: number) => at(at(rows, rowIndex).lanes, laneIndex)
  const south = roadBetween(firstRow, laneOf(firstRow, westLane(firstRow)), laneOf(firstRow, eastLane(firstRow)))
  const north = roadBetween(lastRow + 1, laneOf(lastRow, westLane(lastRow)), laneOf(lastRow, eastLane(lastRow))).reverse()
  const east = rowIndexes.flatMap(rowIndex => laneInRow(rowIndex, laneOf(rowIndex, eastLane(rowIndex))))
  const west = rowIndexes.flatMap(rowIndex => laneInRow(rowIndex, laneOf(rowIndex, westLane(rowIndex)))).reverse()
  const ring = [...south, ...east, ...north, ...west].map(toDegrees)
  const corners = ring.filter(([longitude, latitude], index) => {
    const [before, beforeLatitude] = at(ring, (index + ring.length - 1) % ring.length)
    return longitude !== before || latitude !== beforeLatitude
  })
  return [...corners, at(corners, 0)]
}
