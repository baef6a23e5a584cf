import type { ClipReason, PointRule, RuleCaps, RuleScope } from '#contract/points-shapes'

/** What a rule says on some day; points and limits in points. */
export interface RuleInForce {
  rule: RuleScope
  version: number
  /** Null where the scope only limits, or where each cause says its own value. */
  value: number | null
  caps: RuleCaps
  budget: number | null
}

/** The version of every scope that is in force on a business date. */
export type RulesInForce = Readonly<Record<RuleScope, RuleInForce>>

/** What a rule gave a person for a business date and did not take back. */
export interface Given {
  rule: PointRule
  on: string
  amount: number
}

/** What one limit leaves. */
export interface Room {
  by: ClipReason
  left: number
}

/** The rules that share one cap: all that comes from reports. */
export const rulesOfReports: readonly PointRule[] = ['report-solved', 'report-followed']

const DAY_MILLISECONDS = 86_400_000
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`)
const dateOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)

/** Monday to Sunday around a business date. */
export function weekOf(on: string): { from: string; to: string } {
  const day = dayOf(on)
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MILLISECONDS
  return { from: dateOf(monday), to: dateOf(monday + 6 * DAY_MILLISECONDS) }
}

/** The calendar month around a business date. */
export function monthOf(on: string): { from: string; to: string } {
  const [year = 0, month = 1] = on.split('-').map(Number)
  return { from: `${on.slice(0, 7)}-01`, to: dateOf(Date.UTC(year, month, 0)) }
}

export const yearOf = (on: string) => Number(on.slice(0, 4))

/** All days any cap may count together with this one. */
export function daysThatCount(on: string): { from: string; to: string } {
  const [week, month] = [weekOf(on), monthOf(on)]
  return { from: week.from < month.from ? week.from : month.from, to: week.to > month.to ? week.to : month.to }
}

const periods = [
  { cap: 'perDay', by: 'day', around: (on: string) => ({ from: on, to: on }) },
  { cap: 'perWeek', by: 'week', around: weekOf },
  { cap: 'perMonth', by: 'month', around: monthOf }
] as const

function roomsIn(caps: RuleCaps, on: string, counted: readonly Given[]): Room[] {
  return periods.flatMap(({ cap, by, around }) => {
    const max = caps[cap]
    if (max === undefined) return []
    const { from, to } = around(on)
    const sum = counted.filter(one => one.on >= from && one.on <= to).reduce((total, one) => total + one.amount, 0)
    return [{ by, left: max - sum }]
  })
}

/** What every limit leaves a person for an award of a rule on a business date. `givenThisYear` is what the rule gave everybody. */
export function roomsOf(
  asked: { rule: PointRule; on: string; given: readonly Given[]; givenThisYear: number | undefined },
  inForce: RulesInForce
): Room[] {
  const { rule, on, given, givenThisYear = 0 } = asked
  const of = (rules: readonly PointRule[]) => given.filter(one => rules.includes(one.rule))
  const { caps, budget } = inForce[rule]
  return [
    ...roomsIn(caps, on, of([rule])),
    ...(rulesOfReports.includes(rule) ? roomsIn(inForce.reports.caps, on, of(rulesOfReports)) : []),
    ...roomsIn(inForce.overall.caps, on, given).map(({ left }) => ({ by: 'overall' as const, left })),
    ...(budget === null ? [] : [{ by: 'budget' as const, left: budget - givenThisYear }])
  ]
}

/**
 * Clips a value to what is left of every limit. `given + clipped` is always the value; `clippedBy` is the limit that leaves least, the
 * narrower one where two leave the same.
 */
export function clipTo(value: number, rooms: readonly Room[]): { given: number; clipped: number; clippedBy?: ClipReason } {
  const tightest = rooms.reduce<Room | undefined>((least, room) => (least && least.left <= room.left ? least : room), undefined)
  const given = Math.max(0, Math.min(value, tightest?.left ?? value))
  return { given, clipped: value - given, ...(tightest && given < value && { clippedBy: tightest.by }) }
}

/** The version in force: that which began last; of two that began on one day, the later one. */
export function inForceOn<V extends { version: number; effectiveFrom: string }>(versions: readonly V[], on: string): V | undefined {
  return versions
    .filter(one => one.effectiveFrom <= on)
    .reduce<V | undefined>((last, one) => {
      if (!last) return one
      return one.effectiveFrom > last.effectiveFrom || (one.effectiveFrom === last.effectiveFrom && one.version > last.version) ? one : last
    }, undefined)
}

/** Versions that will be in force one day: not replaced by a later one from the same day on. The next comes first. */
export function comingAfter<V extends { version: number; effectiveFrom: string }>(versions: readonly V[], today: string): V[] {
  const coming = versions.filter(one => one.effectiveFrom > today && inForceOn(versions, one.effectiveFrom) === one)
  return coming.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
}

const valued: readonly RuleScope[] = ['report-solved', 'report-followed', 'volunteering', 'quizzes']
const shared: readonly RuleScope[] = ['reports', 'overall']

export type RuleFault =
  | 'effective-from-past'
  | 'not-a-date'
  | 'value-missing'
  | 'value-not-here'
  | 'budget-not-here'
  | 'week-below-day'
  | 'month-below-day'
  | 'month-below-week'

interface Proposed {
  rule: RuleScope
  value?: number | undefined
  caps: RuleCaps
  budget?: number | undefined
  effectiveFrom: string
}

const isCalendarDay = (date: string) => !Number.isNaN(dayOf(date)) && dateOf(dayOf(date)) === date

/** What is wrong with a version somebody would like to set, by name. A cap is never above that of a shorter time inside it. */
export function faultsOfRule({ rule, value, caps, budget, effectiveFrom }: Proposed, today: string): RuleFault[] {
  const { perDay = 0, perWeek, perMonth } = caps
  const found: [RuleFault, boolean][] = [
    ['not-a-date', !isCalendarDay(effectiveFrom)],
    ['effective-from-past', effectiveFrom < today],
    ['value-missing', valued.includes(rule) && value === undefined],
    ['value-not-here', !valued.includes(rule) && value !== undefined],
    ['budget-not-here', shared.includes(rule) && budget !== undefined],
    ['week-below-day', perWeek !== undefined && perWeek < perDay],
    ['month-below-day', perMonth !== undefined && perMonth < perDay],
    ['month-below-week', perMonth !== undefined && perWeek !== undefined && perMonth < perWeek]
  ]
  return found.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}
