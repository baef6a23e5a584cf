import type { MapPin, MapPolygon } from '#app/components/area-map-shape'
import type { Tone } from '#app/components/state-chip.tsx'
import { reportStateWords } from '#app/words/report-states'
import type { Area } from '#contract/places'
import type { ReportState } from '#contract/report-states'
import type { Point } from '#contract/shapes'

export interface GridLoad {
  areaId: string
  openCount: number
  overdueCount: number
}

export interface MapReport {
  reportId: string
  number: string
  state: ReportState
  categoryCode: string
  point: Point
  isOverdue: boolean
}

/** From here a grid is called busy: about a quarter of a community worker's day. */
export const BUSY_COUNT = 5
/** More pins than this hide one another; then only those of the chosen grid are drawn. */
export const PINS_MAX = 150

/** Red where something is late, amber where much is open, blue where something is open, green where all is done. */
export function toneOfLoad({ openCount, overdueCount }: Omit<GridLoad, 'areaId'>): Tone {
  if (overdueCount > 0) return 'bad'
  if (openCount >= BUSY_COUNT) return 'wait'
  return openCount > 0 ? 'info' : 'good'
}

/** Said in words too: colour alone tells nobody who cannot see it. */
export const loadWords = ({ openCount, overdueCount }: Omit<GridLoad, 'areaId'>): string =>
  openCount === 0 ? '没有在办的' : `在办 ${openCount} 件${overdueCount > 0 ? `，超时 ${overdueCount} 件` : ''}`

const noLoad = { openCount: 0, overdueCount: 0 }

/** Grids coloured by what is open in them, with the count written in; the chosen one last, so that its outline lies on top. */
export function polygonsOf(
  shapes: readonly Pick<MapPolygon, 'areaId' | 'name' | 'geometry'>[],
  loads: readonly GridLoad[],
  chosenId: string | undefined
): MapPolygon[] {
  const drawn = shapes.map(shape => {
    const load = loads.find(({ areaId }) => areaId === shape.areaId) ?? noLoad
    return { ...shape, tone: toneOfLoad(load), label: `${load.openCount}`, isSelected: shape.areaId === chosenId }
  })
  return drawn.sort((a, b) => Number(a.isSelected) - Number(b.isSelected))
}

/** Pins of what is open: late ones red, the others by their state. */
export const pinsOf = (reports: readonly MapReport[], nameOf: (categoryCode: string) => string): MapPin[] =>
  reports.slice(0, PINS_MAX).map(({ reportId, point, state, isOverdue, number, categoryCode }) => ({
    id: reportId,
    point,
    tone: isOverdue ? 'bad' : reportStateWords[state].tone,
    label: `${number} ${nameOf(categoryCode)}，${reportStateWords[state].word}${isOverdue ? '，超时' : ''}`
  }))

/** Late first, then by number: the order they are worked. */
export const inWorkOrder = (reports: readonly MapReport[]): MapReport[] =>
  [...reports].sort((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || (a.number < b.number ? -1 : 1))

/** The middle of some areas, for a map to begin with; absent where there are none. */
export function middleOf(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined
  const mean = (pick: (point: Point) => number) => {
    const values = points.map(pick)
    return (Math.min(...values) + Math.max(...values)) / 2
  }
  return { longitude: mean(point => point.longitude), latitude: mean(point => point.latitude) }
}

/** Grids under the name of their community: every community has a first grid. */
export function namedGrids(areas: readonly Area[]): Area[] {
  const nameOf = (areaId: string | null) => areas.find(area => area.areaId === areaId)?.name ?? ''
  return areas.filter(({ kind }) => kind === 'grid').map(grid => ({ ...grid, name: `${nameOf(grid.parentId)}${grid.name}` }))
}
