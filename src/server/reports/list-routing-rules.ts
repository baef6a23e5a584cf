import { reports as contract } from '#contract/reports'
import { query, isCityAdmin } from '#server/operation'
import { refuse } from '#server/refusal'
import { listRuleRows } from '#server/reports/category-store'

export const listRoutingRules = query(contract.listRoutingRules, async ({ caller, reading, city }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const { places } = city
  const rules = (await listRuleRows(reading)).map(rule => ({
    ...rule,
    areaName: places.areaOf(rule.areaId)?.name ?? rule.areaId,
    unitName: places.unitOf(rule.unitId)?.name ?? rule.unitId
  }))
  return { rules }
})
