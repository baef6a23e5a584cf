import { v7 as newId } from 'uuid'
import { places as contract } from '#contract/places'
import { command, isCityAdmin } from '#server/operation'
import { saveUnitRow } from '#server/places/places-store'
import { refuse } from '#server/refusal'

export const saveUnit = command(contract.saveUnit, async ({ input, caller, writing, city, afterCommit, forgetCity }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const { places } = city
  if (input.coverage.some(row => !places.areaOf(row.areaId))) refuse('not-found')
  const unit = { unitId: input.unitId ?? newId(), name: input.name }
  await saveUnitRow(writing, unit, input.coverage)
  afterCommit(forgetCity)
  return unit
})
