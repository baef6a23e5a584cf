import { v7 as newId } from 'uuid'
import { people as contract } from '#contract/people'
import { command, isCityAdmin } from '#server/operation'
import { isGrantComplete } from '#server/people/people-rules'
import { addGrant, findPerson, renamePerson } from '#server/people/person-store'
import { refuseNameOfColleague } from '#server/people/staff-name'
import { refuse, refuseInput } from '#server/refusal'

/** Gives a role. Nobody gives one to themselves: a second admin has to. */
export const grantRole = command(contract.grantRole, async ({ input, caller, writing, city, now, afterCommit, forgetCaller }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const { personId, role, areaId, unitId, displayName } = input
  if (personId === caller.personId) refuseInput('personId', 'somebody else has to give you a role')
  if (!isGrantComplete(input)) refuseInput(role === 'handler' ? 'unitId' : 'areaId', 'needed for this role')
  const { places } = city
  if ((areaId && !places.hasArea(areaId)) || (unitId && !places.hasUnit(unitId))) refuse('not-found')
  const areaName = areaId && (places.areaOf(areaId) ?? refuse('not-found')).name
  const unitName = unitId && (places.unitOf(unitId) ?? refuse('not-found')).name
  const person = (await findPerson(writing, personId)) ?? refuse('not-found')
  const name = displayName ?? person.displayName
  await refuseNameOfColleague(writing, name, personId)
  if (name !== person.displayName) await renamePerson(writing, personId, name)
  const grantId = await addGrant(writing, {
    ...{ grantId: newId(), personId, role, areaId, unitId },
    ...{ grantedBy: caller.personId, grantedAt: now }
  })
  afterCommit(() => forgetCaller(personId))
  return { grantId, role, areaId, unitId, ...(areaName && { areaName }), ...(unitName && { unitName }) }
})
