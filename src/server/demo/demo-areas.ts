import { laneCount, outlineOf, riverLane, type Stretch } from '#server/demo/demo-street-plan'
import type { AreaKind, AreaShape } from '#contract/places'
import type { Point } from '#contract/shapes'

/** One feature of the collection `places/importAreas` takes. */
export interface AreaFeature {
  type: 'Feature'
  properties: { areaId: string; kind: AreaKind; name: string; parentId: string | null }
  geometry: AreaShape
}

export const DEMO_CITY_ID = 'demo-city'

interface CommunityPlan {
  name: string
  isEastOfRiver: boolean
  /** South to north, two rows of blocks each. */
  rows: readonly [number, number]
}

/** 河东 lies east of the river, 河西 west of it; a main road parts the communities of each. */
const streets: readonly { name: string; communities: readonly CommunityPlan[] }[] = [
  {
    name: '河东街道',
    communities: [
      { name: '桂花社区', isEastOfRiver: true, rows: [2, 3] },
      { name: '柳荫社区', isEastOfRiver: true, rows: [0, 1] }
    ]
  },
  {
    name: '河西街道',
    communities: [
      { name: '石榴社区', isEastOfRiver: false, rows: [2, 3] },
      { name: '南塘社区', isEastOfRiver: false, rows: [0, 1] }
    ]
  }
]

const gridNames = ['第一网格', '第二网格', '第三网格', '第四网格', '第五网格', '第六网格']

const sideOfRiver = (isEast: boolean, firstRow: number, lastRow: number): Stretch => ({
  firstRow,
  lastRow,
  westLane: row => (isEast ? riverLane(row) : 0),
  eastLane: row => (isEast ? laneCount(row) - 1 : riverLane(row))
})

function feature(kind: AreaKind, areaId: string, name: string, parentId: string | null, stretch: Stretch): AreaFeature {
  const geometry: AreaShape = { type: 'Polygon', coordinates: [outlineOf(stretch)] }
  return { type: 'Feature', properties: { areaId, kind, name, parentId }, geometry }
}

/** The blocks of a community, numbered as one reads: northern row first, west to east. */
function gridsOf({ isEastOfRiver, rows }: CommunityPlan, communityId: string): AreaFeature[] {
  const blocks = [...rows].reverse().flatMap(row => {
    const { westLane, eastLane } = sideOfRiver(isEastOfRiver, row, row)
    return Array.from({ length: eastLane(row) - westLane(row) }, (_, index) => ({ row, west: westLane(row) + index }))
  })
  return blocks.map(({ row, west }, index) => {
    const areaId = communityId.replace('community', 'grid') + `-${index + 1}`
    const stretch: Stretch = { firstRow: row, lastRow: row, westLane: () => west, eastLane: () => west + 1 }
    return feature('grid', areaId, gridNames[index] ?? areaId, communityId, stretch)
  })
}

function communitiesOf(streetIndex: number, communities: readonly CommunityPlan[]): AreaFeature[] {
  return communities.flatMap((community, index) => {
    const communityId = `demo-community-${streetIndex + 1}-${index + 1}`
    const stretch = sideOfRiver(community.isEastOfRiver, ...community.rows)
    const own = feature('community', communityId, community.name, `demo-street-${streetIndex + 1}`, stretch)
    return [own, ...gridsOf(community, communityId)]
  })
}

/** A county that does not exist: 1 city, 2 streets, 4 communities, 24 grids. Parents come before their children. */
export const demoAreas: AreaFeature[] = [
  feature('city', DEMO_CITY_ID, '同和县（演示）', null, {
    firstRow: 0,
    lastRow: 3,
    westLane: () => 0,
    eastLane: row => laneCount(row) - 1
  }),
  ...streets.flatMap(({ name, communities }, index) => [
    feature('street', `demo-street-${index + 1}`, name, DEMO_CITY_ID, sideOfRiver(communities[0]?.isEastOfRiver ?? false, 0, 3)),
    ...communitiesOf(index, communities)
  ])
]

const areaById = new Map(demoAreas.map(area => [area.properties.areaId, area]))

export function demoArea(areaId: string): AreaFeature {
  const area = areaById.get(areaId)
  if (!area) throw new Error(`The demo city has no area ${areaId}.`)
  return area
}

/** An area and everything it lies in, from the small to the large. */
export function demoAreaChain(areaId: string): string[] {
  const { parentId } = demoArea(areaId).properties
  return parentId ? [areaId, ...demoAreaChain(parentId)] : [areaId]
}

/** The only ring of a demo area, as [longitude, latitude] pairs; the last pair repeats the first. */
export function ringOf({ geometry }: AreaFeature): [number, number][] {
  const ring = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]
  return (ring ?? []).map(position => [position[0] ?? 0, position[1] ?? 0])
}

/** The balance point of an area's ring; demo blocks are stout enough to contain theirs (their test says so). */
export function centreOf(area: AreaFeature): Point {
  const ring = ringOf(area)
  const [originX, originY] = ring[0] ?? [0, 0]
  let doubleArea = 0
  let x = 0
  let y = 0
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [ax, ay] = ring[index]?.map((value, axis) => value - (axis ? originY : originX)) as [number, number]
    const [bx, by] = ring[index + 1]?.map((value, axis) => value - (axis ? originY : originX)) as [number, number]
    const cross = ax * by - bx * ay
    doubleArea += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  return { longitude: originX + x / (3 * doubleArea), latitude: originY + y / (3 * doubleArea) }
}
