import { useEffect, useRef, useState } from 'react'
import type { AreaMapProps } from '#app/components/area-map-shape'
import type { DrawnMap } from '#app/components/area-map-drawing'

/** The browser's: drawn with Leaflet from GeoJSON, without anybody's map server. Leaflet comes only when a map is shown. */
export function AreaMapSurface(props: AreaMapProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<DrawnMap | undefined>(undefined)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    let isGone = false
    let drawn: DrawnMap | undefined
    import('#app/components/area-map-drawing')
      .then(({ drawMap }) => {
        if (isGone || !frame.current) return
        drawn = drawMap(frame.current, () => latest.current)
        setMap(drawn)
      })
      // Without network there is no map, and every page with one has another way to say where.
      .catch(() => undefined)
    return () => {
      isGone = true
      drawn?.remove()
    }
  }, [])

  const { centre, zoom, polygons, pins } = props
  const { longitude, latitude } = centre
  useEffect(() => map?.lookAt({ longitude, latitude }, zoom), [map, longitude, latitude, zoom])
  useEffect(() => map?.showPolygons(polygons ?? []), [map, polygons])
  useEffect(() => map?.showPins(pins ?? []), [map, pins])

  return <div ref={frame} className="area-map__surface" role="application" aria-label={`${props.label}，方向键移动，加减号缩放`} />
}
