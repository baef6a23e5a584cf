import { places as contract } from '#contract/places'
import { openQuery } from '#server/operation'
import { refuse } from '#server/refusal'

/** All units, or those that may be given a report of this category in this grid. */
export const listUnits = openQuery(contract.listUnits, async ({ input, city }) => {
  const { places, categories } = city
  const { categoryCode, gridId } = input
  if (!categoryCode || !gridId) return { units: [...places.units] }
  const category = categories.newestOf(categoryCode) ?? refuse('not-found')
  if (places.areaOf(gridId)?.kind !== 'grid') return refuse('not-found')
  const path = places.pathOf(gridId)
  return { units: places.units.filter(unit => places.covers(unit.unitId, path, category)) }
})
