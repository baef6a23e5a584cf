import { areaKinds, places as contract } from '#contract/places'
import { query, isCityAdmin } from '#server/operation'
import { listAreaRows } from '#server/places/places-store'
import { refuse } from '#server/refusal'

/** What an office edits in its own program and brings back. */
export const exportAreas = query(contract.exportAreas, async ({ caller, city, reading }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const rows = (await listAreaRows(reading)).filter(({ areaId }) => city.places.hasArea(areaId))
  const fromTheTop = rows.sort((a, b) => areaKinds.indexOf(a.kind) - areaKinds.indexOf(b.kind))
  const features = fromTheTop.map(({ areaId, kind, name, parentId, shape }) => ({
    ...{ type: 'Feature' as const, properties: { areaId, kind, name, parentId }, geometry: shape }
  }))
  return { type: 'FeatureCollection' as const, features }
})
