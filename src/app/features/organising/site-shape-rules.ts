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

const NEAR = 50
const MIDDLE = 150
const FAR = 400

/** How near the map stands so that the whole circle is seen. */
export const zoomFor = (radiusMetres: number) => (radiusMetres <= NEAR ? 18 : radiusMetres <= MIDDLE ? 17 : radiusMetres <= FAR ? 16 : 14)
