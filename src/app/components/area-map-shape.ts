import type { AreaShape } from '#contract/places'
import type { Point } from '#contract/shapes'
import type { Tone } from '#app/components/state-chip.tsx'

export interface MapPolygon {
  areaId: string
  name: string
  /** GeoJSON, WGS-84. */
  geometry: AreaShape
  tone?: Tone
  /** Written into the area, e.g. a count. */
  label?: string
  isSelected?: boolean
}

export interface MapPin {
  id: string
  point: Point
  tone: Tone
  /** Read aloud, and shown where the map has room. */
  label: string
  isSelected?: boolean
}

export interface AreaMapProps {
  /** What this map is of, read aloud. */
  label: string
  /** WGS-84. A new value moves the map there. */
  centre: Point
  /** 3–19; 16 shows a few streets. */
  zoom?: number
  polygons?: readonly MapPolygon[]
  pins?: readonly MapPin[]
  /** Draws a pin fixed in the middle; `onMove` says where it stands after each drag. */
  isPicker?: boolean
  onMove?: (point: Point) => void
  onPinTap?: (id: string) => void
  onPolygonTap?: (areaId: string) => void
  /** CSS height, e.g. `240px` or `100%`. */
  height: string
}
