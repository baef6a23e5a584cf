import { places as contract } from '#contract/places'
import { businessDateOf, faultOfRetirement } from '#server/business-date'
import { command, isCityAdmin } from '#server/operation'
import { holdUnit, setUnitRetirement } from '#server/places/areas/retirement-store'
import { unitUses } from '#server/places/areas/uses'
import { refuse, refuseInput } from '#server/refusal'

/** From its day on a unit covers nothing; what it handled keeps its name. */
export const retireUnit = command(
  contract.retireUnit,
  async ({ input, caller, city, writing, now, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    const unit = (await holdUnit(writing, input.unitId)) ?? refuse('not-found')
    const fault = faultOfRetirement(input.on, businessDateOf(now))
    if (fault) refuseInput('on', fault)
    const uses = await unitUses(writing, input.unitId, now)
    if (uses.length > 0) refuse('still-in-use', { uses })
    await setUnitRetirement(writing, input.unitId, input.on)
    await buildCity(writing)
    afterCommit(forgetCity)
    return { ...unit, retiresOn: input.on }
  }
)
