import { places as contract } from '#contract/places'
import { openQuery } from '#server/operation'
import { refuse } from '#server/refusal'

export const locatePoint = openQuery(contract.locatePoint, async ({ input, city }) => {
  const { places } = city
  return places.placeOf(places.locate(input.point) ?? refuse('outside-area'))
})
