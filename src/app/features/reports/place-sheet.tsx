import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Point } from '#contract/shapes'
import { AreaMap } from '#app/components/area-map.tsx'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { GridList } from '#app/features/reports/grid-list.tsx'
import { useAreas } from '#app/features/reports/use-areas'
import { useGridShapes } from '#app/features/reports/use-grid-shapes'
import { usePlaceName } from '#app/features/reports/use-place-name'
import type { ReportForm } from '#app/features/reports/use-report-form'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import { nameWords, placeLineWords } from '#app/words/report-form'
import './place-sheet.scss'

export type PlaceSheetStart = 'map' | 'list'

interface PickerProps {
  start: Point
  place: ReportForm['place']
  onChoose: (point: Point) => void
}

/** A map that moves under a pin standing still, which works with one thumb. */
function PlacePicker({ start, place, onChoose }: PickerProps) {
  const [centre, setCentre] = useState(start)
  const [point, setPoint] = useState(start)
  const name = usePlaceName(point)
  const named = name.kind === 'named' ? name.place : undefined
  const polygons = useGridShapes(named?.community.areaId, named?.grid.areaId)
  const toMe = async () => {
    const here = await place.locate()
    if (!here) return
    setCentre(here)
    setPoint(here)
  }
  return (
    <View>
      <AreaMap label="挪动地图，把针指到那个地方" centre={centre} polygons={polygons} zoom={17} isPicker onMove={setPoint} height="46vh" />
      <View className={`place-sheet__name${name.kind === 'outside' ? ' place-sheet__name--outside' : ''}`} role="status">
        <Icon name={name.kind === 'outside' ? 'alert' : 'pin'} size={20} />
        <View>
          {nameWords(name)}
          {place.noPosition && <View className="place-sheet__line">{placeLineWords[place.noPosition]}</View>}
        </View>
      </View>
      <View className="place-sheet__acts">
        <Button word="就是这里" isDisabled={name.kind === 'outside'} onPress={() => onChoose(point)} />
        <Button word="回到我的位置" icon="locate" look="quiet" isLoading={place.isLocating} onPress={() => void toMe()} />
      </View>
    </View>
  )
}

/** Without any point yet the map begins in the middle of the city. */
function PickerFromCity(props: Omit<PickerProps, 'start'>) {
  const areas = useAreas()
  if (areas.state === 'waiting' && !areas.value) return <Skeleton shape="card" />
  const city = areas.value?.find(area => area.kind === 'city')
  if (!city) return <ErrorState sentence={wordsForReading(areas.error)} action={wayOn(areas.error, areas.again)} />
  return <PlacePicker start={city.centre} {...props} />
}

interface Props {
  place: ReportForm['place']
  start: PlaceSheetStart
  onClose: () => void
}

/** Where it is: pointed at on the map, or a grid from the list. */
export function PlaceSheet({ place, start, onClose }: Props) {
  const [way, setWay] = useState(start)
  const choose = (pointFrom: 'map' | 'area') => (point: Point) => {
    place.choose(point, pointFrom)
    onClose()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title="在哪里">
      <View className="place-sheet__ways">
        <Segmented
          label="怎么定位置"
          options={[
            { value: 'map', word: '地图上指' },
            { value: 'list', word: '选网格' }
          ]}
          value={way}
          onChange={setWay}
        />
      </View>
      {way === 'list' && <GridList onChoose={choose('area')} />}
      {way === 'map' &&
        (place.point ? (
          <PlacePicker start={place.point} place={place} onChoose={choose('map')} />
        ) : (
          <PickerFromCity place={place} onChoose={choose('map')} />
        ))}
    </BottomSheet>
  )
}
