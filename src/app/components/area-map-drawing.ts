import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import type { Point } from '#contract/shapes'
import type { AreaMapProps, MapPin, MapPolygon } from '#app/components/area-map-shape'
import { deployment } from '#app/platform/deployment'

const ZOOM_START = 16
const ZOOM_MIN = 11
const ZOOM_MAX = 19
const PIN_SIZE: [number, number] = [32, 40]
const LABELS_FROM_ZOOM = 14
const LABEL_OFFSET: [number, number] = [0, 14]

export interface DrawnMap {
  lookAt(centre: Point, zoom?: number): void
  showPolygons(polygons: readonly MapPolygon[]): void
  showPins(pins: readonly MapPin[]): void
  remove(): void
}

const place = ({ longitude, latitude }: Point): [number, number] => [latitude, longitude]

function pinOf(pin: MapPin, onTap: () => void) {
  const icon = L.divIcon({
    className: `area-map__pin area-map__pin--${pin.tone}${pin.isSelected ? ' area-map__pin--selected' : ''}`,
    html: '<span class="area-map__pin-head"></span>',
    iconSize: PIN_SIZE,
    iconAnchor: [PIN_SIZE[0] / 2, PIN_SIZE[1]]
  })
  const marker = L.marker(place(pin.point), {
    icon,
    title: pin.label,
    alt: pin.label,
    keyboard: true,
    zIndexOffset: pin.isSelected ? 1000 : 0
  })
  return marker.on('click', onTap).on('keypress', event => event.originalEvent.key === 'Enter' && onTap())
}

function polygonOf(polygon: MapPolygon, onTap: (() => void) | undefined) {
  const shape = L.geoJSON(polygon.geometry, {
    interactive: onTap !== undefined,
    style: () => ({
      className: `area-map__area area-map__area--${polygon.tone ?? 'plain'}${polygon.isSelected ? ' area-map__area--selected' : ''}`
    })
  })
  if (onTap) shape.on('click', onTap)
  const name = polygon.label ?? polygon.name
  if (name === '') return shape
  const words = document.createElement('span')
  words.textContent = name
  // A pin stands on its tip, so what is written under the middle is clear of a pin in the middle.
  const written = polygon.label
    ? { className: 'area-map__name area-map__name--label', offset: LABEL_OFFSET }
    : { className: 'area-map__name' }
  return shape.bindTooltip(words, { permanent: true, direction: 'center', ...written })
}

/** Draws a map into a frame; `read` gives the properties of the moment. */
export function drawMap(frame: HTMLElement, read: () => AreaMapProps): DrawnMap {
  const first = read()
  const map = L.map(frame, { attributionControl: deployment.tileUrl !== '', zoomControl: false, minZoom: ZOOM_MIN, maxZoom: ZOOM_MAX })
  L.control.zoom({ position: 'bottomright', zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map)
  if (deployment.tileUrl) L.tileLayer(deployment.tileUrl, { maxZoom: ZOOM_MAX }).addTo(map)
  map.setView(place(first.centre), first.zoom ?? ZOOM_START)
  const areas = L.featureGroup().addTo(map)
  const pins = L.featureGroup().addTo(map)

  const nameAreas = () => frame.classList.toggle('area-map__surface--far', map.getZoom() < LABELS_FROM_ZOOM)
  map.on('zoomend', nameAreas)
  nameAreas()
  map.on('moveend', () => {
    const { lng, lat } = map.getCenter()
    if (read().isPicker) read().onMove?.({ longitude: lng, latitude: lat })
  })
  const resized = new ResizeObserver(() => map.invalidateSize())
  resized.observe(frame)

  return {
    lookAt(centre, zoom) {
      const here = map.getCenter()
      const isThere = Math.abs(here.lng - centre.longitude) < 1e-7 && Math.abs(here.lat - centre.latitude) < 1e-7
      if (!isThere || (zoom !== undefined && zoom !== map.getZoom())) map.setView(place(centre), zoom ?? map.getZoom())
    },
    showPolygons(polygons) {
      areas.clearLayers()
      for (const polygon of polygons) {
        const onTap = read().onPolygonTap && (() => read().onPolygonTap?.(polygon.areaId))
        areas.addLayer(polygonOf(polygon, onTap))
      }
    },
    showPins(given) {
      pins.clearLayers()
      for (const pin of given) pins.addLayer(pinOf(pin, () => read().onPinTap?.(pin.id)))
    },
    remove() {
      resized.disconnect()
      map.remove()
    }
  }
}
