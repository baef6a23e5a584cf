import { reports as contract } from '#contract/reports'
import { businessDateOf, faultOfRetirement } from '#server/business-date'
import { command, isCityAdmin } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { isLastToStay } from '#server/reports/category-rules'
import { addCategoryVersion, lockCategories } from '#server/reports/category-store'

/** Cases filed under it are handled to their end; only new ones are filed elsewhere. */
export const retireCategory = command(
  contract.retireCategory,
  async ({ input, caller, city, writing, now, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    await lockCategories(writing)
    const { categories } = await buildCity(writing)
    const { version: _, ...category } = categories.categoryOf(input.code) ?? refuse('not-found')
    const fault = faultOfRetirement(input.on, businessDateOf(now))
    if (fault) refuseInput('on', fault)
    if (isLastToStay(input.code, categories.categories)) refuse('last-category')
    const version = await addCategoryVersion(writing, { ...category, retiresOn: input.on }, now)
    await buildCity(writing)
    afterCommit(forgetCity)
    return { ...category, retiresOn: input.on, version }
  }
)
