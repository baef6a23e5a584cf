import type { MapPolygon } from '#app/components/area-map-shape'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import type { Place } from '#contract/places'

/** Polygons hardly ever change, and a clerk opens two hundred cases of the same few communities. */
const kept = new Map<string, Promise<readonly MapPolygon[]>>()

async function readGrids(communityId: string): Promise<readonly MapPolygon[]> {
  const { features } = await call.places.listShapes({ kind: 'grid', parentId: communityId })
  return features.map(({ properties, geometry }) => ({ areaId: properties.areaId, name: properties.name, geometry }))
}

function gridsOf(communityId: string) {
  const known = kept.get(communityId)
  if (known) return known
  const asked = readGrids(communityId)
  kept.set(communityId, asked)
  // A failed answer is not kept: the next case asks again.
  asked.catch(() => kept.delete(communityId))
  return asked
}

/** The polygon of the grid a case lies in; nothing until it is there, and the map does without. */
export function useCaseGrid(place: Place): readonly MapPolygon[] | undefined {
  const asked = useAsked(async () => {
    const grids = await gridsOf(place.community.areaId)
    return grids.filter(grid => grid.areaId === place.grid.areaId).map(grid => ({ ...grid, tone: 'info' as const }))
  }, [place.grid.areaId])
  return asked.value
}
