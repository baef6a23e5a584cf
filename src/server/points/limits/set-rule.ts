import { points as contract } from '#contract/points'
import { businessDateOf } from '#server/business-date'
import { command, isCityAdmin } from '#server/operation'
import { faultsOfRule } from '#server/points/limits/limit-rules'
import { insertRuleVersion, listRuleVersions, lockRule } from '#server/points/limits/limit-store'
import { viewOfRule } from '#server/points/limits/rule-view'
import { refuse } from '#server/refusal'

/** A new version; what was awarded before stays as it is, for every award names the version that gave it. */
export const setRule = command(contract.setRule, async ({ input, caller, city, writing, now }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const faults = faultsOfRule(input, businessDateOf(now))
  if (faults.length > 0) refuse('rule-faults', { faults })
  const { rule, value = null, caps, budget = null, effectiveFrom, reason = null } = input
  await lockRule(writing, rule)
  const version = Math.max(0, ...(await listRuleVersions(writing)).filter(one => one.rule === rule).map(one => one.version)) + 1
  const row = { rule, version, value, caps, budget, effectiveFrom, authorId: caller.personId, reason, at: now }
  await insertRuleVersion(writing, row)
  return viewOfRule(row)
})
