import { people as contract } from '#contract/people'
import { soundsLikeOffice } from '#contract/staff-names'
import { command, isCityAdmin } from '#server/operation'
import { renamePerson } from '#server/people/person-store'
import { refuseNameOfColleague } from '#server/people/staff-name'
import { refuse } from '#server/refusal'

/** Roles are given to a name: of those who have one the city keeps it, and nobody else takes one that looks like theirs. */
export const renameMe = command(contract.renameMe, async ({ input, caller, city, writing, afterCommit, forgetCaller }) => {
  const { displayName } = input
  if (!isCityAdmin(caller, city)) {
    if (caller.grants.length > 0) refuse('name-by-city')
    if (soundsLikeOffice(displayName)) refuse('name-reserved')
  }
  await refuseNameOfColleague(writing, displayName, caller.personId)
  await renamePerson(writing, caller.personId, displayName)
  afterCommit(() => forgetCaller(caller.personId))
  return { ...caller, displayName, grants: [...caller.grants] }
})
