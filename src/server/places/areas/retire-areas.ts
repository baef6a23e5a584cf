import { places as contract } from '#contract/places'
import { businessDateOf, faultOfRetirement } from '#server/business-date'
import { command, isCityAdmin } from '#server/operation'
import { lockAreas, setRetirement } from '#server/places/areas/area-import-store'
import { openUses } from '#server/places/areas/uses'
import { refuse, refuseInput } from '#server/refusal'

/** What happened in a retired area keeps its names; nothing new happens in it from its day on. */
export const retireAreas = command(
  contract.retireAreas,
  async ({ input, caller, city, writing, now, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    await lockAreas(writing)
    const { places } = await buildCity(writing)
    if (input.areaIds.some(areaId => !places.hasArea(areaId))) refuse('not-found')
    const fault = faultOfRetirement(input.on, businessDateOf(now))
    if (fault) refuseInput('on', fault)
    const uses = await openUses(writing, input.areaIds, now)
    if (uses.length > 0) refuse('still-in-use', { uses })
    const retired = await setRetirement(writing, input.areaIds, input.on)
    await buildCity(writing)
    afterCommit(forgetCity)
    return { retired }
  }
)
