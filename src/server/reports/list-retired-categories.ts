import { reports as contract } from '#contract/reports'
import { query, isCityAdmin } from '#server/operation'
import { refuse } from '#server/refusal'

export const listRetiredCategories = query(contract.listRetiredCategories, async ({ caller, city }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  return { categories: [...city.categories.retired] }
})
