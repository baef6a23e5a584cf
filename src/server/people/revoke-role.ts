import { people as contract } from '#contract/people'
import { command, holds } from '#server/operation'
import { revokeGrants } from '#server/people/person-store'
import { businessDateOf } from '#server/business-date'
import { refuse } from '#server/refusal'

export const revokeRole = command(contract.revokeRole, async ({ input, caller, writing, now, afterCommit, forgetCaller }) => {
  if (!holds(caller, 'admin')) refuse('not-found')
  const [personId] = await revokeGrants(writing, { grantId: input.grantId }, now)
  if (!personId) return refuse('not-found')
  afterCommit(() => forgetCaller(personId))
  return { revokedOn: businessDateOf(now) }
})
