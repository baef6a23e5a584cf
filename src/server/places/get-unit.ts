import { places as contract } from '#contract/places'
import { query, isCityAdmin } from '#server/operation'
import { listCoverageOf } from '#server/places/places-store'
import { refuse } from '#server/refusal'

export const getUnit = query(contract.getUnit, async ({ input, caller, city, reading }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const unit = city.places.unitOf(input.unitId) ?? refuse('not-found')
  return { ...unit, coverage: await listCoverageOf(reading, unit.unitId) }
})
