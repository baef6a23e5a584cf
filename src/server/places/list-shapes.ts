import { places as contract } from '#contract/places'
import { businessDateOf } from '#server/business-date'
import { openQuery } from '#server/operation'
import { listShapeRows } from '#server/places/places-store'

export const listShapes = openQuery(contract.listShapes, async ({ input, reading, now }) => {
  const rows = await listShapeRows(reading, { ...input, today: businessDateOf(now) })
  const features = rows.map(({ areaId, kind, name, parentId, shape }) => ({
    type: 'Feature' as const,
    properties: { areaId, kind, name, parentId },
    geometry: shape
  }))
  return { type: 'FeatureCollection' as const, features }
})
