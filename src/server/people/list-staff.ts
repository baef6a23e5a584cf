import { people as contract } from '#contract/people'
import { query, holds } from '#server/operation'
import { listGrants, namesOf } from '#server/people/person-store'
import { refuse } from '#server/refusal'

export const listStaff = query(contract.listStaff, async ({ caller, reading }) => {
  if (!holds(caller, 'admin')) refuse('not-found')
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
