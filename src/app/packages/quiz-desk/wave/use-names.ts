import { useMemo } from 'react'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** The names of areas; until they are there, a dash. */
export function useNames(): (areaId: string) => string {
  const areas = useAsked(async () => (await call.places.listAreas({})).areas, [])
  return useMemo(() => {
    const names = new Map((areas.value ?? []).map(({ areaId, name }) => [areaId, name]))
    return areaId => names.get(areaId) ?? '—'
  }, [areas.value])
}
