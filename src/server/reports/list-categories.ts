import { reports as contract } from '#contract/reports'
import { openQuery } from '#server/operation'

export const listCategories = openQuery(contract.listCategories, async ({ city }) => ({ categories: [...city.categories.categories] }))
