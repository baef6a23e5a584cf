import { people as contract } from '#contract/people'
import { query, isCityAdmin } from '#server/operation'
import { listGrantsOf, listPeopleNamed } from '#server/people/person-store'
import { refuse } from '#server/refusal'

const FOUND_MAX = 20

/** Whom an admin may mean. Nothing but names and grants: who somebody is in WeChat stays out of it. */
export const findPeople = query(contract.findPeople, async ({ input, caller, city, reading }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const found = await listPeopleNamed(reading, input.name, FOUND_MAX + 1)
  const people = found.slice(0, FOUND_MAX)
  const grants = await listGrantsOf(
    reading,
    people.map(person => person.personId)
  )
  return {
    people: people.map(person => ({
      ...person,
      grants: grants.filter(grant => grant.personId === person.personId).map(({ personId: _, ...grant }) => grant)
    })),
    isMore: found.length > FOUND_MAX
  }
})
