import type { MapPolygon } from '#app/components/area-map-shape'
import { gridsOf } from '#app/features/reports/community-grids'
import { useAsked } from '#app/platform/use-asked'
import type { Place } from '#contract/places'

/** The polygon of the grid a case lies in; nothing until it is there, and the map does without. */
export function useCaseGrid(place: Place): readonly MapPolygon[] | undefined {
  const asked = useAsked(async () => {
    const grids = await gridsOf(place.community.areaId)
    return grids.filter(grid => grid.areaId === place.grid.areaId).map(grid => ({ ...grid, tone: 'info' as const }))
  }, [place.grid.areaId])
  return asked.value
}
