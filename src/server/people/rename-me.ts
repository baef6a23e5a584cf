import { people as contract } from '#contract/people'
import { command } from '#server/operation'
import { renamePerson } from '#server/people/person-store'

export const renameMe = command(contract.renameMe, async ({ input, caller, writing, afterCommit, forgetCaller }) => {
  await renamePerson(writing, caller.personId, input.displayName)
  afterCommit(() => forgetCaller(caller.personId))
  return { ...caller, displayName: input.displayName, grants: [...caller.grants] }
})
