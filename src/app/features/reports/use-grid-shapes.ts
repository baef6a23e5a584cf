import { useEffect, useMemo, useState } from 'react'
import type { MapPolygon } from '#app/components/area-map-shape'
import { call } from '#app/platform/call-operation'

/** The grids of one community as polygons, the one at hand marked; empty until they come, and without network. */
export function useGridShapes(communityId: string | undefined, gridId: string | undefined): readonly MapPolygon[] {
  const [shapes, setShapes] = useState<readonly MapPolygon[]>([])
  useEffect(() => {
    if (!communityId) return
    let isLate = false
    call.places
      .listShapes({ kind: 'grid', parentId: communityId })
      .then(({ features }) => {
        if (isLate) return
        setShapes(features.map(({ properties, geometry }) => ({ areaId: properties.areaId, name: properties.name, geometry })))
      })
      .catch(() => undefined)
    return () => {
      isLate = true
    }
  }, [communityId])
  return useMemo(
    () => shapes.map(shape => (shape.areaId === gridId ? { ...shape, tone: 'good' as const, isSelected: true } : shape)),
    [shapes, gridId]
  )
}
