import { isOutOfSight, type Camera, type Spot } from '#server/demo/scenes/parts/camera'
import type { Colour } from '#server/demo/scenes/parts/colour'
import type { Paint } from '#server/demo/scenes/parts/paint'
import { ellipse, group, polygon, short } from '#server/demo/scenes/parts/shapes'
import { seededRandom, seedOf, type SeededRandom } from '#server/demo/seeded-random'

export type ScenePhase = 'before' | 'after'

/** Everything a part needs to know to draw itself somewhere in the picture. */
export interface Stage {
  camera: Camera
  paint: Paint
  phase: ScenePhase
  /** Chance of its own for each name, so that the place is the same before and after. */
  chance: (name: string) => SeededRandom
}

export const createStage = (camera: Camera, paint: Paint, phase: ScenePhase, seed: number): Stage => ({
  camera,
  paint,
  phase,
  chance: name => seededRandom(seed ^ seedOf(name))
})

/** Something drawn in centimetres around its foot (y upwards is negative), set on the ground at `right`, `away` metres. */
export function put({ camera }: Stage, right: number, away: number, inner: string, options: { isMirrored?: boolean; up?: number } = {}) {
  const [x, y] = camera.project([right, options.up ?? 0, away])
  const scale = camera.scaleAt(away) / 100
  return group(`translate(${short(x)} ${short(y)}) scale(${(options.isMirrored ? -scale : scale).toFixed(4)} ${scale.toFixed(4)})`, inner)
}

/** A shadow on the ground under something `width` by `depth` metres; two flat rounds, for a soft gradient is dear. */
export function groundShadow({ camera, paint }: Stage, right: number, away: number, width: number, depth: number, strength = 1) {
  const [x, y] = camera.project([right, 0, away])
  const [, back] = camera.project([right, 0, away + depth / 2])
  const reach = (camera.scaleAt(away) * width) / 2
  const flat = Math.max(y - back, reach * 0.1)
  const { shadow, shadowOpacity } = paint.mood
  const round = (share: number) =>
    ellipse(x + reach * 0.14, y, reach * share, flat * 1.2 * share, shadow, Math.min(0.5, shadowOpacity * strength * 0.8))
  return round(1) + round(0.68)
}

/** A flat face given by its corners in space. */
export function face({ camera }: Stage, corners: readonly Spot[], fill: Colour, opacity?: number): string {
  const points = corners.map(camera.project)
  return isOutOfSight(points) ? '' : polygon(points, fill, opacity)
}

/** A flat piece of ground, from left to right and near to far, in metres. */
export const groundFace = (stage: Stage, left: number, right: number, near: number, far: number, fill: Colour, opacity?: number, up = 0) =>
  face(
    stage,
    [
      [left, up, near],
      [right, up, near],
      [right, up, far],
      [left, up, far]
    ],
    fill,
    opacity
  )

/** A round spot lying on the ground. */
export function groundDisc({ camera }: Stage, right: number, away: number, radius: number, fill: Colour, opacity?: number) {
  const [x, near] = camera.project([right, 0, away - radius])
  const [, far] = camera.project([right, 0, away + radius])
  const reach = camera.scaleAt(away) * radius
  if (
    isOutOfSight([
      [x - reach, far],
      [x + reach, near]
    ])
  )
    return ''
  return ellipse(x, (near + far) / 2, camera.scaleAt(away) * radius, Math.abs(near - far) / 2, fill, opacity)
}
