import { reports as contract } from '#contract/reports'
import { command, isCityAdmin } from '#server/operation'
import { refuse } from '#server/refusal'
import { addCategoryVersion, lockCategories } from '#server/reports/category-store'

/** Takes the retirement back, before or after its day; a category that stays is answered as it is. */
export const keepCategory = command(
  contract.keepCategory,
  async ({ input, caller, city, writing, now, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    await lockCategories(writing)
    const { categories } = await buildCity(writing)
    const found = categories.newestOf(input.code) ?? refuse('not-found')
    if (found.retiresOn === undefined) return found
    const { version: _, retiresOn: __, ...category } = found
    const version = await addCategoryVersion(writing, category, now)
    await buildCity(writing)
    afterCommit(forgetCity)
    return { ...category, version }
  }
)
