import { useEffect, useMemo, useState } from 'react'
import type { MapPolygon } from '#app/components/area-map-shape'
import { gridsOf } from '#app/features/reports/community-grids'

/** The grids of one community as polygons, the one at hand marked; empty until they come, and without network. */
export function useGridShapes(communityId: string | undefined, gridId: string | undefined): readonly MapPolygon[] {
  const [shapes, setShapes] = useState<readonly MapPolygon[]>([])
  useEffect(() => {
    if (!communityId) return
    let isLate = false
    gridsOf(communityId)
      .then(grids => !isLate && setShapes(grids))
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
