import { places as contract } from '#contract/places'
import { query, isCityAdmin } from '#server/operation'
import { openUses, unitUses } from '#server/places/areas/uses'
import { refuse } from '#server/refusal'

export const listUses = query(contract.listUses, async ({ input, caller, city, reading, now }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  if ('unitId' in input) {
    if (!city.places.unitOf(input.unitId)) refuse('not-found')
    return { uses: await unitUses(reading, input.unitId, now) }
  }
  if (input.areaIds.some(areaId => !city.places.areaOf(areaId))) refuse('not-found')
  return { uses: await openUses(reading, input.areaIds, now) }
})
