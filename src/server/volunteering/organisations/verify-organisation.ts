import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { holdVerified } from '#server/volunteering/organisations/organisation-office'
import { changeOrganisation } from '#server/volunteering/organisations/organisation-office-store'

export const verifyOrganisation = command(contract.verifyOrganisation, async ({ input, caller, city, writing }) => {
  const row = await holdVerified(writing, input.organisationId, { caller, city })
  if (row.isVerified) refuse('already-done')
  if (row.savedBy === caller.personId) refuse('same-person')
  await changeOrganisation(writing, row.organisationId, { isVerified: true, verifiedBy: caller.personId })
  return { isVerified: true as const }
})
