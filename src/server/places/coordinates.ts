import gcoord from 'gcoord'
import type { Point } from '#contract/shapes'

/** GCJ-02, as Chinese maps and WeChat give it, to WGS-84, as we store it. Exact to about a metre; nothing changes outside China. */
export function toWgs84(gcj02: Point): Point {
  const [longitude, latitude] = gcoord.transform([gcj02.longitude, gcj02.latitude], gcoord.GCJ02, gcoord.WGS84)
  return { longitude, latitude }
}

/** WGS-84 to GCJ-02, for a map drawn by a Chinese provider. */
export function toGcj02(wgs84: Point): Point {
  const [longitude, latitude] = gcoord.transform([wgs84.longitude, wgs84.latitude], gcoord.WGS84, gcoord.GCJ02)
  return { longitude, latitude }
}
