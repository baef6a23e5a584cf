import { Map, type MapProps } from '@tarojs/components'
import { useRef } from 'react'
import type { AreaMapProps, MapPolygon } from '#app/components/area-map-shape'
import type { Tone } from '#app/components/state-chip.tsx'
import { fromWeChatMap, toWeChatMap } from '#app/platform/location'

/** Native maps take only files of the package; config/index.ts copies them there. */
const pinPicture = (tone: Tone) => `/assets/pins/${tone}.png`
/** WeChat's map takes colours only as hex with alpha and knows no CSS variables. */
const fills: Record<Tone, string> = { good: '#0A6E5422', wait: '#8A5A0022', bad: '#B4231822', info: '#175CD322' }
const strokes: Record<Tone, string> = { good: '#0A6E54CC', wait: '#8A5A00CC', bad: '#B42318CC', info: '#175CD3CC' }
const PIN_WIDTH = 28
const PIN_HEIGHT = 34

const outerRings = ({ geometry }: MapPolygon) =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(([outer = []]) => outer)

const drawn = (polygon: MapPolygon): MapProps.polygon[] =>
  outerRings(polygon).map(ring => ({
    points: ring.map(([longitude = 0, latitude = 0]) => toWeChatMap({ longitude, latitude })),
    fillColor: fills[polygon.tone ?? 'good'],
    strokeColor: strokes[polygon.tone ?? 'good'],
    strokeWidth: polygon.isSelected ? 3 : 1
  }))

/** The mini-program's: WeChat's native map, which speaks GCJ-02. */
export function AreaMapSurface({ centre, zoom = 16, polygons = [], pins = [], isPicker, onMove, onPinTap }: AreaMapProps) {
  const start = useRef({ centre, shown: toWeChatMap(centre) })
  // Feeding back where the map was dragged would fight with the finger: only a new centre moves it.
  if (start.current.centre.longitude !== centre.longitude || start.current.centre.latitude !== centre.latitude)
    start.current = { centre, shown: toWeChatMap(centre) }
  const markers: MapProps.marker[] = pins.map((pin, index) => ({
    id: index,
    ...toWeChatMap(pin.point),
    iconPath: pinPicture(pin.tone),
    width: PIN_WIDTH,
    height: PIN_HEIGHT,
    ariaLabel: pin.label
  }))
  return (
    <Map
      className="area-map__surface"
      {...start.current.shown}
      scale={zoom}
      markers={markers}
      polygons={polygons.flatMap(drawn)}
      showLocation={isPicker}
      onError={() => undefined}
      onMarkerTap={event => {
        const pin = pins[Number(event.detail.markerId)]
        if (pin) onPinTap?.(pin.id)
      }}
      onRegionChange={event => {
        const { centerLocation } = event.detail as { centerLocation?: { longitude: number; latitude: number } }
        if (isPicker && event.type === 'end' && centerLocation) onMove?.(fromWeChatMap(centerLocation))
      }}
    />
  )
}
