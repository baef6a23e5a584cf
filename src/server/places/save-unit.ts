import { v7 as newId } from 'uuid'
import { places as contract } from '#contract/places'
import { command, isCityAdmin } from '#server/operation'
import { saveUnitRow } from '#server/places/places-store'
import { refuse } from '#server/refusal'

export const saveUnit = command(contract.saveUnit, async ({ input, caller, writing, city, afterCommit, forgetCity, buildCity }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  // Read anew: what this process keeps may be some seconds old, and a line for an area that is gone cannot be written.
  const { places } = await buildCity(writing)
  if (input.unitId !== undefined && !places.unitOf(input.unitId)) refuse('not-found')
  if (input.coverage.some(row => !places.hasArea(row.areaId))) refuse('not-found')
  const unit = { unitId: input.unitId ?? newId(), name: input.name }
  await saveUnitRow(writing, unit, input.coverage)
  await buildCity(writing)
  afterCommit(forgetCity)
  const { retiresOn } = places.unitOf(unit.unitId) ?? {}
  return { ...unit, ...(retiresOn && { retiresOn }) }
})
