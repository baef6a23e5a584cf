import { people as contract } from '#contract/people'
import { command, isCityAdmin } from '#server/operation'
import { keepAnAdmin } from '#server/people/keep-an-admin'
import { revokeGrants } from '#server/people/person-store'
import { businessDateOf } from '#server/business-date'
import { refuse } from '#server/refusal'

export const revokeRole = command(contract.revokeRole, async ({ input, caller, city, writing, now, afterCommit, forgetCaller }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  await keepAnAdmin(writing, input)
  const [personId] = await revokeGrants(writing, { grantId: input.grantId }, now)
  if (!personId) return refuse('not-found')
  afterCommit(() => forgetCaller(personId))
  return { revokedOn: businessDateOf(now) }
})
