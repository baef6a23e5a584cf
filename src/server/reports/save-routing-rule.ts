import { v7 as newId } from 'uuid'
import { reports as contract } from '#contract/reports'
import { command, isCityAdmin } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { lockCategories, saveRuleRow } from '#server/reports/category-store'

export const saveRoutingRule = command(
  contract.saveRoutingRule,
  async ({ input, caller, writing, city, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    await lockCategories(writing)
    const { places, categories } = await buildCity(writing)
    const isOver = !places.hasArea(input.areaId) || !places.hasUnit(input.unitId)
    // A rule about what is retired can still be switched off.
    const isThere = places.areaOf(input.areaId) && places.unitOf(input.unitId)
    if (input.isActive ? isOver : !isThere) refuse('not-found')
    const all = input.isActive ? categories.categories : [...categories.categories, ...categories.retired]
    const isKnown = input.covers === '*' || all.some(category => [category.code, category.groupCode].includes(input.covers))
    if (!isKnown) refuseInput('covers', 'a category code, a group code, or *')
    const ruleId = input.ruleId ?? newId()
    await saveRuleRow(writing, { ...input, ruleId })
    await buildCity(writing)
    afterCommit(forgetCity)
    return { ruleId }
  }
)
