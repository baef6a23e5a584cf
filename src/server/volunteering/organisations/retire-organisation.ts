import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { holdVerified } from '#server/volunteering/organisations/organisation-office'
import { changeOrganisation, hasPlans } from '#server/volunteering/organisations/organisation-office-store'

/** What it did stays under its name; it plans nothing new and its teams take nobody. */
export const retireOrganisation = command(contract.retireOrganisation, async ({ input, caller, city, writing, now }) => {
  const row = await holdVerified(writing, input.organisationId, { caller, city })
  if (input.isRetired && (await hasPlans(writing, row.organisationId, now))) refuse('organisation-busy')
  await changeOrganisation(writing, row.organisationId, { retiredAt: input.isRetired ? (row.retiredAt ?? now) : null })
  return { isRetired: input.isRetired }
})
