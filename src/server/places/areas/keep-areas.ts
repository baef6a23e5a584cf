import { places as contract } from '#contract/places'
import { command, isCityAdmin } from '#server/operation'
import { lockAreas, setRetirement } from '#server/places/areas/area-import-store'
import { fitOf } from '#server/places/areas/area-map-rules'
import { inPieces, refuseFaults } from '#server/places/areas/area-import'
import { listAreaRows } from '#server/places/places-store'
import { refuse, refuseInput } from '#server/refusal'

/** Takes a retirement back, as long as the place it leaves on the map was not given away meanwhile. */
export const keepAreas = command(contract.keepAreas, async ({ input, caller, city, writing, afterCommit, forgetCity, buildCity }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  await lockAreas(writing)
  const { places } = await buildCity(writing)
  const kept = new Set(input.areaIds)
  for (const [index, areaId] of input.areaIds.entries()) {
    const { parentId } = places.areaOf(areaId) ?? refuse('not-found')
    if (parentId !== null && !places.hasArea(parentId) && !kept.has(parentId)) refuseInput(`areaIds.${index}`, 'its parent is retired')
  }
  const rows = await listAreaRows(writing)
  const present = new Map(rows.filter(row => places.hasArea(row.areaId) && !kept.has(row.areaId)).map(row => [row.areaId, row]))
  const returning = rows.filter(row => kept.has(row.areaId) && !places.hasArea(row.areaId))
  const { faults } = await inPieces(
    fitOf(
      present,
      returning.map(({ areaId, kind, name, parentId, shape }) => ({
        ...{ type: 'Feature', properties: { areaId, kind, name, parentId }, geometry: shape }
      }))
    )
  )
  refuseFaults(faults)
  await setRetirement(writing, input.areaIds, null)
  await buildCity(writing)
  afterCommit(forgetCity)
  return { kept: kept.size }
})
