import type { RuleVersion } from '#contract/points-shapes'
import type { RuleVersionRow } from '#server/points/limits/limit-store'

export const viewOfRule = ({ rule, version, value, caps, budget, effectiveFrom }: RuleVersionRow): RuleVersion => ({
  ...{ rule, version, caps, effectiveFrom },
  ...(value !== null && { value }),
  ...(budget !== null && { budget })
})
