import { people as contract } from '#contract/people'
import { command, isCityAdmin } from '#server/operation'
import { findPerson, renamePerson } from '#server/people/person-store'
import { refuseNameOfColleague } from '#server/people/staff-name'
import { refuse } from '#server/refusal'

/** Residents name themselves; of those with a role the city keeps the name. */
export const renameStaff = command(contract.renameStaff, async ({ input, caller, city, writing, afterCommit, forgetCaller }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const { personId, displayName } = input
  const person = await findPerson(writing, personId)
  if (!person || person.grants.length === 0) refuse('not-found')
  await refuseNameOfColleague(writing, displayName, personId)
  await renamePerson(writing, personId, displayName)
  afterCommit(() => forgetCaller(personId))
  return { personId, displayName }
})
