import type { MapPolygon } from '#app/components/area-map-shape'
import { call } from '#app/platform/call-operation'

/** Polygons hardly ever change, and a clerk opens two hundred cases of the same few communities. */
const kept = new Map<string, Promise<readonly MapPolygon[]>>()

async function readGrids(communityId: string): Promise<readonly MapPolygon[]> {
  const { features } = await call.places.listShapes({ kind: 'grid', parentId: communityId })
  return features.map(({ properties, geometry }) => ({ areaId: properties.areaId, name: properties.name, geometry }))
}

/** The grids of one community as polygons, asked once while the app runs; a failed answer is not kept. */
export function gridsOf(communityId: string): Promise<readonly MapPolygon[]> {
  const known = kept.get(communityId)
  if (known) return known
  const asked = readGrids(communityId)
  kept.set(communityId, asked)
  asked.catch(() => kept.delete(communityId))
  return asked
}
