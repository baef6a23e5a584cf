import { v7 as newId } from 'uuid'
import { people as contract } from '#contract/people'
import { command } from '#server/operation'
import { digestOfInvitation } from '#server/people/invitation'
import { spendInvitation } from '#server/people/invitation-store'
import { addGrant } from '#server/people/person-store'
import { refuse } from '#server/refusal'

/** How a city gets its first admin: whoever runs the server hands over a code, and the person it reaches brings it here. */
export const redeemInvitation = command(
  contract.redeemInvitation,
  async ({ input, caller, city, writing, now, afterCommit, forgetCaller, forgetCity }) => {
    const used = await spendInvitation(writing, digestOfInvitation(input.code), caller.personId, now)
    const { role, areaId } = used ?? refuse('invitation-unknown')
    const grantId = await addGrant(writing, { grantId: newId(), personId: caller.personId, role, areaId, grantedAt: now })
    afterCommit(() => forgetCaller(caller.personId))
    // Another process may have made the city a moment ago.
    afterCommit(forgetCity)
    const areaName = city.places.areaOf(areaId)?.name
    return { grantId, role, areaId, ...(areaName && { areaName }) }
  }
)
