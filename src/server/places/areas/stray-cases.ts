import type { AreaWarning } from '#contract/area-faults'
import type { AreaFeature } from '#contract/places'
import type { Reading } from '#server/database/database'
import { buildGridIndex } from '#server/places/grid-index'
import { listCasePoints } from '#server/reports/report-place-store'

/** Open cases whose point would lie outside their grid's new shape, grid by grid: they stay with the grid they were filed in. */
export async function countStrayCases(reading: Reading, changed: readonly AreaFeature[], now: Date): Promise<AreaWarning[]> {
  const grids = new Map(changed.filter(({ properties }) => properties.kind === 'grid').map(grid => [grid.properties.areaId, grid]))
  const counts = new Map<string, number>()
  for (const { gridId, longitude, latitude } of await listCasePoints(reading, [...grids.keys()], now)) {
    const grid = grids.get(gridId)
    if (!grid || buildGridIndex([{ gridId, shape: grid.geometry }]).locate({ longitude, latitude })) continue
    counts.set(gridId, (counts.get(gridId) ?? 0) + 1)
  }
  return [...counts].map(([areaId, count]) => ({
    kind: 'cases-outside',
    areaId,
    name: grids.get(areaId)?.properties.name ?? areaId,
    count
  }))
}
