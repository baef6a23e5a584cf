import { movesBetween } from '#contract/report-moves'
import type { Made, Moving } from '#server/reports/moving'

/**
 * What the city settled beforehand for a report that was just filed: police matters are referred, and a routing rule dispatches
 * to a unit that covers the place. A report a unit sent back waits for a person. `undefined`: it stays where it is.
 */
export function moveByRule({ row, from, city, now }: Made): Moving | undefined {
  if (row.state !== 'filed' || from !== 'submitted') return undefined
  const category = city.categories.categoryAt(row.categoryCode, row.categoryVersion)
  const onward = { row, actor: 'rule' as const, city, now }
  const [toReferred] = movesBetween('filed', 'referred')
  // A clue is counted by the reviewer, whoever would be told of it.
  if (category.isReferredByDefault && row.mode !== 'CLUE' && toReferred)
    return { ...onward, move: toReferred, ruleId: 'referred-by-default', brought: { referredTo: category.handler } }
  const rule = city.categories.ruleFor(category, row.gridId, city.places)
  const toDispatched = movesBetween('filed', 'dispatched').find(move => move.by.includes('rule'))
  if (!rule || !toDispatched || !city.places.covers(rule.unitId, row, category)) return undefined
  return { ...onward, move: toDispatched, ruleId: rule.ruleId, brought: { unitId: rule.unitId } }
}
