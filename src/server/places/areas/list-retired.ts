import { places as contract } from '#contract/places'
import { query, isCityAdmin } from '#server/operation'
import { listRetiringAreas, listRetiringUnits } from '#server/places/areas/retirement-store'
import { refuse } from '#server/refusal'

export const listRetired = query(contract.listRetired, async ({ caller, city, reading }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const areas = (await listRetiringAreas(reading)).map(({ parentId, ...area }) => {
    const parentName = parentId === null ? undefined : city.places.areaOf(parentId)?.name
    return { ...area, ...(parentName && { parentName }) }
  })
  return { areas, units: await listRetiringUnits(reading) }
})
