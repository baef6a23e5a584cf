import { call } from '#app/platform/call-operation'
import { useAskedKept } from '#app/platform/use-asked-kept'

/** All areas of the city; those of last time without network, so that a place can still be pointed at. */
export const useAreas = () => useAskedKept('areas', async () => (await call.places.listAreas({})).areas, [])
