import type { AreaShape } from '#contract/places'
import type { Point } from '#contract/shapes'

const METRES_A_DEGREE = 111_320
const CORNERS = 48

/** The circle of a site as a polygon, WGS-84. */
export function circleShape({ longitude, latitude }: Point, radiusMetres: number): AreaShape {
  const tall = radiusMetres / METRES_A_DEGREE
  const wide = tall / Math.cos((latitude * Math.PI) / 180)
  const ring = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const turn = ((corner % CORNERS) / CORNERS) * 2 * Math.PI
    return [longitude + wide * Math.cos(turn), latitude + tall * Math.sin(turn)]
  })
  return { type: 'Polygon', coordinates: [ring] }
}

/** Of a map at zoom 0 on the 35th parallel, and of half of the lowest map a site is shown on, with a rim. */
const METRES_A_PIXEL = 128_000
const HALF_HEIGHT_PIXELS = 92
const ZOOM_MOST = 18

/** How near the map stands so that the whole circle is seen. */
export const zoomFor = (radiusMetres: number) =>
  Math.min(ZOOM_MOST, Math.floor(Math.log2((METRES_A_PIXEL * HALF_HEIGHT_PIXELS) / radiusMetres)))
