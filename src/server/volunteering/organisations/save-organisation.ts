import { v7 as newId } from 'uuid'
import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { holdWritten, mayWriteAt } from '#server/volunteering/organisations/organisation-office'
import { changeOrganisation, insertOrganisation } from '#server/volunteering/organisations/organisation-office-store'

/** What somebody wrote of an organisation is verified by somebody else before it publishes anything. */
export const saveOrganisation = command(contract.saveOrganisation, async ({ input, caller, city, writing }) => {
  const { organisationId, name, areaId } = input
  const asked = { caller, city }
  if (!mayWriteAt(asked, areaId)) refuse('not-found')
  if (city.places.kindOf(areaId) === 'grid') refuseInput('areaId', 'a grid has no organisation')
  const written = { name, areaId, isVerified: false, savedBy: caller.personId, verifiedBy: null }
  if (organisationId === undefined) {
    const added = newId()
    await insertOrganisation(writing, { organisationId: added, ...written })
    return { organisationId: added, isVerified: false }
  }
  const row = await holdWritten(writing, organisationId, asked)
  if (row.isOwn && row.areaId !== areaId) refuseInput('areaId', 'the own organisation of a community stays there')
  if (row.name === name && row.areaId === areaId) return { organisationId, isVerified: row.isVerified }
  await changeOrganisation(writing, organisationId, written)
  return { organisationId, isVerified: false }
})
