import { places as contract } from '#contract/places'
import { openQuery } from '#server/operation'

export const listAreas = openQuery(contract.listAreas, async ({ city }) => ({ areas: [...city.places.areas] }))
