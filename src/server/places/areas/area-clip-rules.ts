import { areaPaths, FillRule, intersect, rectClip, union, type Paths64, type Rect64 } from 'clipper2-ts'
import type { AreaShape } from '#contract/places'

/** Units of the clipping library a degree: whole numbers, about a centimetre each. */
const SCALE = 1e7

/** A shape ready to be laid over others. Surfaces are in scaled square degrees: only their shares of each other mean anything. */
export interface Region {
  paths: Paths64
  surface: number
  box: Rect64
}

const boxOf = (paths: Paths64): Rect64 => {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const path of paths)
    for (const { x, y } of path) {
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  return box
}

/** Holes, enclaves and rings of either winding count as the grid lookup counts them: by the even-odd rule. */
export function regionOf(shape: AreaShape): Region {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const rings = polygons.flat().map(ring => ring.map(([x = 0, y = 0]) => ({ x: Math.round(x * SCALE), y: Math.round(y * SCALE) })))
  const paths = union(rings, FillRule.EvenOdd)
  return { paths, surface: Math.abs(areaPaths(paths)), box: boxOf(paths) }
}

const surfaceOfBox = ({ left, top, right, bottom }: Rect64) => Math.max(0, right - left) * Math.max(0, bottom - top)

const meet = (one: Rect64, other: Rect64): Rect64 => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom)
})

/** No two shapes share more than their boxes do: what most neighbours need no closer look for. */
export const sharedAtMost = (one: Region, other: Region): number => surfaceOfBox(meet(one.box, other.box))

/** How much surface lies in both. */
export function sharedSurface(one: Region, other: Region): number {
  const box = meet(one.box, other.box)
  if (surfaceOfBox(box) === 0) return 0
  // A parent has thousands of corners and each of its parts touches a few: what lies elsewhere is cut away first, which is quick.
  const [near, alsoNear] = [one, other].map(region => rectClip(box, region.paths)) as [Paths64, Paths64]
  return Math.abs(areaPaths(intersect(near, alsoNear, FillRule.EvenOdd)))
}
