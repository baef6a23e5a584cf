import { places, type AreaFeature, type AreaKind, type AreaShape } from '#contract/places'
import { reports } from '#contract/reports'
import { DEMO_CITY_ID, demoArea, demoAreas, ringOf } from '#server/demo/demo-areas'
import { faultOf, type Actor } from '#world/actor'
import { submit } from '#world/report-journeys'
import type { World } from '#world/world'

/** Where the new quarter begins: a little east of the demo city. */
const WEST = 116
const SOUTH = 32.7
const SIDE = 0.01

export type Box = [column: number, row: number, columns?: number, rows?: number]

/** A rectangle of the new quarter, counted in grids from its south-west corner. */
export function boxShape([column, row, columns = 1, rows = 1]: Box): AreaShape {
  const [west, south] = [WEST + column * SIDE, SOUTH + row * SIDE]
  const [east, north] = [west + columns * SIDE, south + rows * SIDE]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south]
      ]
    ]
  }
}

export const pointOfBox = ([column, row]: Box) => ({ longitude: WEST + (column + 0.5) * SIDE, latitude: SOUTH + (row + 0.5) * SIDE })

export const featureOf = (areaId: string, kind: AreaKind, parentId: string | null, geometry: AreaShape, name = areaId): AreaFeature => ({
  type: 'Feature',
  properties: { areaId, kind, name, parentId },
  geometry
})

/** The demo city with the quarter beside it: 4 × 2 grids in two communities of one street. */
export function quarter(): AreaFeature[] {
  const city = demoArea(DEMO_CITY_ID)
  const outline = boxShape([0, 0, 4, 2])
  const ring = outline.type === 'Polygon' ? outline.coordinates[0] : undefined
  const wider: AreaShape = { type: 'MultiPolygon', coordinates: [[ringOf(city)], [ring ?? []]] }
  const grids = [0, 1, 2, 3].flatMap(column =>
    [0, 1].map(row => featureOf(`q-grid-${column}-${row}`, 'grid', column < 2 ? 'q-west' : 'q-east', boxShape([column, row])))
  )
  return [
    featureOf(DEMO_CITY_ID, 'city', null, wider, city.properties.name),
    featureOf('q-street', 'street', DEMO_CITY_ID, outline),
    featureOf('q-west', 'community', 'q-street', boxShape([0, 0, 2, 2])),
    featureOf('q-east', 'community', 'q-street', boxShape([2, 0, 2, 2])),
    ...grids
  ]
}

export const bring = (admin: Actor, features: readonly AreaFeature[], more: object = {}) =>
  admin.ask(places.importAreas)({ type: 'FeatureCollection', features: [...features], ...more })

export interface ToldFault {
  path: string
  reason: string
  fault?: string
  otherIndex?: number
  otherName?: string
  share?: number
}

/** The faults a refused call names. */
export async function faultsOf(calling: Promise<unknown>): Promise<ToldFault[]> {
  const { body } = await faultOf(calling)
  if (body.code !== 'bad-input') throw new Error(`It was refused as ${body.code}.`)
  return (body.data as { faults: ToldFault[] }).faults
}

/** An area of the demo city as it is, but for what is said. */
export const sameArea = (areaId: string, change: Partial<AreaFeature['properties']> = {}, geometry?: AreaShape) => {
  const area = demoArea(areaId)
  return featureOf(
    areaId,
    change.kind ?? area.properties.kind,
    change.parentId === undefined ? area.properties.parentId : change.parentId,
    geometry ?? area.geometry,
    change.name ?? area.properties.name
  )
}

/** Whatever was refused, the city goes on: people sign in, lists come, reports are taken. */
export async function cityLives(world: World, areasLeast = demoAreas.length) {
  world.product.city.forget()
  const { areas } = await world.nobody.ask(places.listAreas)({})
  if (areas.length < areasLeast) throw new Error(`Only ${areas.length} areas are left.`)
  await world.newcomer()
  const { categories } = await world.nobody.ask(reports.listCategories)({})
  const { state } = await submit(world, { categoryCode: categories[0]?.code ?? 'none is left' })
  if (state !== 'submitted') throw new Error(`A report stands in ${state}.`)
  await (await world.staff('reviewer', { areaId: DEMO_CITY_ID })).ask(reports.listWork)({ state: 'submitted' })
}

/** Each coordinate of a shape made anew. */
export const reshaped = (shape: AreaShape, change: (position: readonly number[]) => number[]): AreaShape =>
  shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: shape.coordinates.map(ring => ring.map(change)) }
    : { type: 'MultiPolygon', coordinates: shape.coordinates.map(polygon => polygon.map(ring => ring.map(change))) }
