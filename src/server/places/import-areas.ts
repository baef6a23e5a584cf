import { areaKinds, places as contract } from '#contract/places'
import { command, isCityAdmin } from '#server/operation'
import { faultOfAreas } from '#server/places/area-rules'
import { centreOf } from '#server/places/grid-index'
import { saveAreas } from '#server/places/places-store'
import { refuse, refuseInput } from '#server/refusal'

/** A city brings its grids as GeoJSON (RFC 7946, WGS-84). One fault and nothing of it is taken. */
export const importAreas = command(contract.importAreas, async ({ input, caller, writing, city, afterCommit, forgetCity }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const known = new Map(city.places.areas.map(area => [area.areaId, area.kind]))
  const fault = faultOfAreas(input.features, known)
  if (fault) refuseInput(`features.${fault.index}.properties.parentId`, fault.reason)
  const fromTheTop = [...input.features].sort((a, b) => areaKinds.indexOf(a.properties.kind) - areaKinds.indexOf(b.properties.kind))
  await saveAreas(
    writing,
    fromTheTop.map(feature => ({ feature, centre: centreOf(feature.geometry) }))
  )
  afterCommit(forgetCity)
  return { imported: input.features.length }
})
