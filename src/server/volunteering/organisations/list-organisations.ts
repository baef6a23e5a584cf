import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { areasInReach, mayVerifyAt } from '#server/volunteering/organisations/organisation-office'
import { listAllOrganisations } from '#server/volunteering/organisations/organisation-office-store'

export const listOrganisations = query(contract.listOrganisations, async ({ caller, city, reading }) => {
  const asked = { caller, city }
  const rows = await listAllOrganisations(reading, areasInReach(asked))
  const organisations = rows.map(({ organisationId, name, areaId, isOwn, isVerified, savedBy, retiredAt }) => {
    const canRetire = mayVerifyAt(asked, areaId)
    const canVerify = canRetire && !isVerified && savedBy !== caller.personId
    const areaName = city.places.areaOf(areaId)?.name ?? ''
    return { organisationId, name, areaId, areaName, isOwn, isVerified, isRetired: retiredAt !== null, canVerify, canRetire }
  })
  return { organisations }
})
