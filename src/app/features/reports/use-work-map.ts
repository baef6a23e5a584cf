import { useMemo, useState } from 'react'
import { inWorkOrder, middleOf, namedGrids, PINS_MAX, pinsOf, polygonsOf } from '#app/features/reports/work-map-rules'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** The city as staff see it: grids by load, open cases as pins, and the cases of the grid that was chosen. */
export function useWorkMap() {
  const [gridId, setGridId] = useState<string | undefined>(undefined)
  const shapes = useAsked(() => call.places.listShapes({ kind: 'grid' }), [])
  const areas = useAsked(() => call.places.listAreas({}), [])
  const categories = useAsked(() => call.reports.listCategories({}), [])
  const all = useAsked(() => call.reports.listReportsOnMap({}), [])
  const inGrid = useAsked(async () => (gridId ? call.reports.listReportsOnMap({ areaId: gridId }) : undefined), [gridId])

  const names = useMemo(() => new Map(categories.value?.categories.map(({ code, name }) => [code, name])), [categories.value])
  const polygons = useMemo(() => {
    const drawn = shapes.value?.features.map(({ properties, geometry }) => ({ areaId: properties.areaId, name: properties.name, geometry }))
    return polygonsOf(drawn ?? [], all.value?.grids ?? [], gridId)
  }, [shapes.value, all.value, gridId])
  const shown = gridId ? inGrid.value?.pins : all.value && all.value.pins.length <= PINS_MAX ? all.value.pins : undefined
  const pins = useMemo(() => pinsOf(shown ?? [], code => names.get(code) ?? ''), [shown, names])
  const grids = useMemo(() => namedGrids(areas.value?.areas ?? []), [areas.value])
  const grid = grids.find(({ areaId }) => areaId === gridId)
  const cityMiddle = useMemo(() => middleOf(grids.map(({ centre }) => centre)), [grids])
  const reports = useMemo(() => inWorkOrder(shown ?? []), [shown])
  return {
    ...{ gridId, setGridId, grid, polygons, pins, reports, names, cityMiddle },
    loads: all.value?.grids,
    grids,
    state:
      all.state === 'there' && areas.state === 'there'
        ? ('there' as const)
        : all.state === 'failed' || areas.state === 'failed'
          ? ('failed' as const)
          : ('waiting' as const),
    isReadingGrid: gridId !== undefined && inGrid.state === 'waiting',
    error: all.error ?? areas.error,
    again: () => Promise.all([all.again(), areas.again(), shapes.again()])
  }
}
