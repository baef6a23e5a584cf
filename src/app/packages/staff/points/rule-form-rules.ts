import type { RuleCaps, RuleVersion } from '#contract/points-shapes'

/** A rule as it is typed; empty is no limit. */
export interface TypedRule {
  value: string
  perDay: string
  perWeek: string
  perMonth: string
  budget: string
  effectiveFrom: string
  reason: string
}

const typedNumber = (value: number | undefined) => (value === undefined ? '' : `${value}`)

export const typedOf = ({ value, caps, budget }: RuleVersion, effectiveFrom: string): TypedRule => ({
  value: typedNumber(value),
  perDay: typedNumber(caps.perDay),
  perWeek: typedNumber(caps.perWeek),
  perMonth: typedNumber(caps.perMonth),
  budget: typedNumber(budget),
  effectiveFrom,
  reason: ''
})

type Change = Pick<RuleVersion, 'effectiveFrom'> & { value?: number; caps: RuleCaps; budget?: number; reason: string }

const isNumber = (typed: string) => /^\d{0,7}$/.test(typed.trim())
const given = <Name extends string>(name: Name, typed: string) => (typed.trim() === '' ? {} : { [name]: Number(typed.trim()) })

const VALUE_MAX = 1000
const REASON_LENGTH_MIN = 4

/** Reads what was typed. The first thing that is wrong is said in one sentence. */
export function changeFrom(typed: TypedRule, hasValue: boolean, today: string): Change | { fault: string } {
  const numbers = [typed.perDay, typed.perWeek, typed.perMonth, typed.budget]
  if (!numbers.every(isNumber)) return { fault: '上限和预算写整数，不限就空着。' }
  if (hasValue && (!/^\d{1,4}$/.test(typed.value.trim()) || Number(typed.value.trim()) > VALUE_MAX))
    return { fault: '写上给多少分，0 到 1000。' }
  if (typed.effectiveFrom < today) return { fault: '从今天或以后的日子起，旧账不改。' }
  if (typed.reason.trim().length < REASON_LENGTH_MIN) return { fault: '写一句为什么改，查账的人看得懂。' }
  return {
    ...(hasValue && { value: Number(typed.value.trim()) }),
    caps: { ...given('perDay', typed.perDay), ...given('perWeek', typed.perWeek), ...given('perMonth', typed.perMonth) },
    ...given('budget', typed.budget),
    effectiveFrom: typed.effectiveFrom,
    reason: typed.reason.trim()
  }
}
