import { people as contract } from '#contract/people'
import { query, isCityAdmin } from '#server/operation'
import { listGrants, namesOf } from '#server/people/person-store'
import { refuse } from '#server/refusal'

export const listStaff = query(contract.listStaff, async ({ caller, city, reading }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const grants = await listGrants(reading)
  const names = await namesOf(
    reading,
    grants.map(grant => grant.personId)
  )
  const staff = [...names].map(([personId, displayName]) => ({
    personId,
    displayName,
    grants: grants.filter(grant => grant.personId === personId).map(({ personId: _, ...grant }) => grant)
  }))
  return { staff }
})
