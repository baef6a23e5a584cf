import { v7 as newId } from 'uuid'
import { reports as contract } from '#contract/reports'
import { command, isCityAdmin } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { saveRuleRow } from '#server/reports/category-store'

export const saveRoutingRule = command(contract.saveRoutingRule, async ({ input, caller, writing, city, afterCommit, forgetCity }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const { places, categories } = city
  if (!places.areaOf(input.areaId) || !places.unitOf(input.unitId)) refuse('not-found')
  const isKnown = input.covers === '*' || categories.categories.some(category => [category.code, category.groupCode].includes(input.covers))
  if (!isKnown) refuseInput('covers', 'a category code, a group code, or *')
  const ruleId = input.ruleId ?? newId()
  await saveRuleRow(writing, { ...input, ruleId })
  afterCommit(forgetCity)
  return { ruleId }
})
