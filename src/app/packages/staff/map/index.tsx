import { View } from '@tarojs/components'
import { AreaMap } from '#app/components/area-map.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { useWorkMap } from '#app/features/reports/use-work-map'
import { WorkGridList, WorkMapList } from '#app/features/reports/work-map-list.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { useIsWide } from '#app/platform/use-is-wide'
import { go } from '#app/platform/navigation'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

const CITY_ZOOM = 14
const GRID_ZOOM = 16

/** 挂图作战: where open cases lie, which grids are late, and the cases of the grid one points at. */
export default function MapPage() {
  const map = useWorkMap()
  const isWide = useIsWide()
  const openCase = (reportId: string) => go(staffPaths.case, { reportId })
  const centre = map.grid?.centre ?? map.cityMiddle
  // Without the loads every grid would seem to have nothing open.
  const isKnown = centre !== undefined && map.loads !== undefined
  if (map.state === 'failed' && !isKnown) {
    return (
      <Screen title="地图">
        <ErrorState sentence={wordsForReading(map.error)} action={wayOn(map.error, map.again)} />
      </Screen>
    )
  }
  if (!centre || !map.loads) {
    return (
      <Screen title="地图">
        <Skeleton shape="card" count={2} />
      </Screen>
    )
  }
  return (
    <Screen title="地图" width="wide">
      <View className="staff-map">
        <View className="staff-map__map">
          <AreaMap
            label="在办案件地图"
            centre={centre}
            zoom={map.grid ? GRID_ZOOM : CITY_ZOOM}
            polygons={map.polygons}
            pins={map.pins}
            onPinTap={openCase}
            onPolygonTap={map.setGridId}
            height={isWide ? '100%' : '340px'}
          />
        </View>
        <View className="staff-map__list">
          <View className="staff-map__head">
            <View className="staff-map__title" role="heading" aria-level={2}>
              {map.grid?.name ?? '各网格'}
            </View>
            {map.grid && <Button word="看全部" look="quiet" isNarrow onPress={() => map.setGridId(undefined)} />}
          </View>
          {map.grid && map.isReadingGrid && <Skeleton shape="rows" count={3} />}
          {map.grid && !map.isReadingGrid && <WorkMapList reports={map.reports} names={map.names} onOpen={openCase} />}
          {!map.grid && <WorkGridList grids={map.grids} loads={map.loads} onChoose={map.setGridId} />}
        </View>
      </View>
    </Screen>
  )
}
