import { volunteering as contract } from '#contract/volunteering'
import { openQuery } from '#server/operation'
import { listTeamRows } from '#server/volunteering/volunteers/volunteer-store'

export const listTeams = openQuery(contract.listTeams, async ({ input, caller, reading, city }) => {
  const { communityId } = input
  // Teams of the street and the city are for the people of each of their communities.
  const around = communityId ? city.places.areas.filter(area => city.places.contains(area.areaId, communityId)) : undefined
  const areaIds = around?.map(area => area.areaId)
  return { teams: areaIds?.length === 0 ? [] : await listTeamRows(reading, areaIds, caller?.personId ?? '') }
})
