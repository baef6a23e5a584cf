import { places as contract } from '#contract/places'
import { command, isCityAdmin } from '#server/operation'
import { holdUnit, setUnitRetirement } from '#server/places/areas/retirement-store'
import { refuse } from '#server/refusal'

export const keepUnit = command(contract.keepUnit, async ({ input, caller, city, writing, afterCommit, forgetCity, buildCity }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const unit = (await holdUnit(writing, input.unitId)) ?? refuse('not-found')
  await setUnitRetirement(writing, input.unitId, null)
  await buildCity(writing)
  afterCommit(forgetCity)
  return unit
})
