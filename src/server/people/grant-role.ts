import { v7 as newId } from 'uuid'
import { people as contract } from '#contract/people'
import { command, isCityAdmin } from '#server/operation'
import { isGrantComplete } from '#server/people/people-rules'
import { addGrant, findPerson } from '#server/people/person-store'
import { refuse, refuseInput } from '#server/refusal'

/** Gives a role. Nobody gives one to themselves: a second admin has to. */
export const grantRole = command(contract.grantRole, async ({ input, caller, writing, city, now, afterCommit, forgetCaller }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  if (input.personId === caller.personId) refuseInput('personId', 'somebody else has to give you a role')
  if (!isGrantComplete(input)) refuseInput(input.role === 'handler' ? 'unitId' : 'areaId', 'needed for this role')
  const { places } = city
  const areaName = input.areaId && (places.areaOf(input.areaId) ?? refuse('not-found')).name
  const unitName = input.unitId && (places.unitOf(input.unitId) ?? refuse('not-found')).name
  if (!(await findPerson(writing, input.personId))) refuse('not-found')
  const grantId = newId()
  await addGrant(writing, { ...input, grantId, grantedBy: caller.personId, grantedAt: now })
  afterCommit(() => forgetCaller(input.personId))
  const { role, areaId, unitId } = input
  return { grantId, role, areaId, unitId, ...(areaName && { areaName }), ...(unitName && { unitName }) }
})
