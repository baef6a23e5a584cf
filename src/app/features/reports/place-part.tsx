import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { AreaMap } from '#app/components/area-map.tsx'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { PlaceSheet, type PlaceSheetStart } from '#app/features/reports/place-sheet.tsx'
import { useGridShapes } from '#app/features/reports/use-grid-shapes'
import type { ReportForm } from '#app/features/reports/use-report-form'
import { nameWords, placeLineWords } from '#app/words/report-form'
import './place-part.scss'

type PlaceOfForm = ReportForm['place']

const headOf = ({ name, isLocating }: PlaceOfForm) => (isLocating ? '正在定位…' : nameWords(name))

function lineOf({ name, noPosition }: PlaceOfForm, isFromAlbum: boolean): string | undefined {
  if (name.kind === 'outside') return placeLineWords.outside
  if (name.kind !== 'none') return placeLineWords.moved
  if (noPosition) return placeLineWords[noPosition]
  return isFromAlbum ? placeLineWords.album : undefined
}

/** Where it is, drawn small; a tap opens the map to move it. */
function SmallMap({ place, onPress }: { place: PlaceOfForm; onPress: () => void }) {
  const named = place.name.kind === 'named' ? place.name.place : undefined
  const shapes = useGridShapes(named?.community.areaId, named?.grid.areaId)
  // So small a map would cut their names in half; the one that matters stands right below.
  const polygons = useMemo(() => shapes.map(shape => ({ ...shape, label: '' })), [shapes])
  const { point } = place
  const pins = useMemo(() => (point ? [{ id: 'here', point, tone: 'good' as const, label: '上报的位置' }] : []), [point])
  if (!point) return null
  return (
    <View className="place-part__map">
      <AreaMap label="上报的位置" centre={point} polygons={polygons} pins={pins} zoom={16} height="100%" />
      <View className="place-part__cover" onClick={onPress} />
    </View>
  )
}

/** The place of the report, with the grid named, and three ways to set it. */
export function PlacePart({ form }: { form: ReportForm }) {
  const { place } = form
  const [start, setStart] = useState<PlaceSheetStart | undefined>(undefined)
  const line = lineOf(place, form.asksTime)
  const isOutside = place.name.kind === 'outside'
  return (
    <View className="place-part">
      {place.point && <SmallMap place={place} onPress={() => setStart('map')} />}
      {place.point ? (
        <Pressable className="place-part__row" onPress={() => setStart('map')} label={`${headOf(place)}，挪一挪位置`}>
          <View className={`place-part__inside${isOutside ? ' place-part__inside--outside' : ''}`}>
            <Icon name={isOutside ? 'alert' : 'pin'} size={22} />
            <View className="place-part__words">
              <View className="place-part__name">{headOf(place)}</View>
              {line && <View className="place-part__line">{line}</View>}
            </View>
            <Text className="place-part__move">挪一挪</Text>
          </View>
        </Pressable>
      ) : (
        <View className="place-part__unset">
          {line && <View className="place-part__line">{line}</View>}
          <View className="place-part__ways">
            <Button
              word={place.isLocating ? '正在定位' : '用我的位置'}
              icon="locate"
              look="quiet"
              isNarrow
              isLoading={place.isLocating}
              onPress={() => void place.locate()}
            />
            <Button word="在地图上指" icon="map" look="quiet" isNarrow onPress={() => setStart('map')} />
            <Button word="选网格" icon="list" look="quiet" isNarrow onPress={() => setStart('list')} />
          </View>
        </View>
      )}
      {start && <PlaceSheet place={place} start={start} onClose={() => setStart(undefined)} />}
    </View>
  )
}
