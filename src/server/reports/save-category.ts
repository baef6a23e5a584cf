import { reports as contract } from '#contract/reports'
import { command, isCityAdmin } from '#server/operation'
import { refuse } from '#server/refusal'
import { pinyinOf } from '#server/reports/category-pinyin'
import { addCategoryVersion } from '#server/reports/category-store'

/** Never changes a row: reports keep the version they were filed under. */
export const saveCategory = command(contract.saveCategory, async ({ input, caller, city, writing, now, afterCommit, forgetCity }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const category = { ...input, pinyin: pinyinOf(input.name) }
  const version = await addCategoryVersion(writing, category, now)
  afterCommit(forgetCity)
  return { ...category, version }
})
