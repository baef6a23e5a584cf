import { reports as contract } from '#contract/reports'
import { command, isCityAdmin } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { pinyinOf } from '#server/reports/category-pinyin'
import { faultOfCodes } from '#server/reports/category-rules'
import { addCategoryVersion, lockCategories } from '#server/reports/category-store'

/** Never changes a row: reports keep the version they were filed under. A retirement still to come stays; one that has come ends. */
export const saveCategory = command(
  contract.saveCategory,
  async ({ input, caller, city, writing, now, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    await lockCategories(writing)
    const { categories } = await buildCity(writing)
    const fault = faultOfCodes(input, [...categories.categories, ...categories.retired])
    if (fault) refuseInput(fault.path, fault.reason)
    const retiresOn = categories.categoryOf(input.code)?.retiresOn
    const category = { ...input, pinyin: pinyinOf(input.name), ...(retiresOn && { retiresOn }) }
    const version = await addCategoryVersion(writing, category, now)
    await buildCity(writing)
    afterCommit(forgetCity)
    return { ...category, version }
  }
)
