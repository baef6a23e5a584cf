import { branchesOf } from '#app/features/places/area-tree-rules'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** All areas of the city in reading order. */
export const useAreaTree = () => useAsked(async () => branchesOf((await call.places.listAreas({})).areas), [])

export const useUnits = () => useAsked(async () => (await call.places.listUnits({})).units, [])
