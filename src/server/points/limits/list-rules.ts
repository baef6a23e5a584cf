import { points as contract } from '#contract/points'
import { ruleScopes } from '#contract/points-shapes'
import { businessDateOf } from '#server/business-date'
import { openQuery } from '#server/operation'
import { comingAfter, inForceOn, yearOf } from '#server/points/limits/limit-rules'
import { listGivenByRule, listKeptBudgets, listRuleVersions } from '#server/points/limits/limit-store'
import { viewOfRule } from '#server/points/limits/rule-view'
import { keepsBooks } from '#server/points/office/office-rules'

/** Anybody may read how points come about. What a rule without a budget gave is counted for the city office alone: it takes a while. */
export const listRules = openQuery(contract.listRules, async ({ caller, city, reading, now }) => {
  const today = businessDateOf(now)
  const versions = await listRuleVersions(reading)
  const given =
    caller && keepsBooks(caller, city) ? await listGivenByRule(reading, yearOf(today)) : await listKeptBudgets(reading, yearOf(today))
  return {
    rules: ruleScopes.flatMap(scope => {
      const own = versions.filter(one => one.rule === scope)
      const current = inForceOn(own, today)
      const givenThisYear = given.get(scope)
      if (!current) return []
      return [
        {
          current: viewOfRule(current),
          coming: comingAfter(own, today).map(viewOfRule),
          ...(givenThisYear !== undefined && { givenThisYear })
        }
      ]
    })
  }
})
