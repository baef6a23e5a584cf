import type { Pair } from '#server/demo/scenes/parts/shapes'

export const SCENE_WIDTH = 1280
export const SCENE_HEIGHT = 960

/** A place in front of the camera, in metres: to the right, up from the ground, and away. */
export type Spot = readonly [right: number, up: number, away: number]

export interface Camera {
  /** Where a spot falls on the picture, in pixels. */
  project: (spot: Spot) => Pair
  /** Pixels a metre measures at this distance. */
  scaleAt: (away: number) => number
  horizon: number
  middle: number
  /** Nothing on the ground is nearer than this, in metres. */
  nearest: number
}

/** A camera held level at eye height, the way a phone is held: one vanishing point, upright lines stay upright. */
export function createCamera(options: { horizon?: number; middle?: number; focal?: number; eyeMetres?: number } = {}): Camera {
  const { horizon = 390, middle = SCENE_WIDTH / 2, focal = 1000, eyeMetres = 1.55 } = options
  const scaleAt = (away: number) => focal / away
  return {
    project: ([right, up, away]) => [middle + right * scaleAt(away), horizon + (eyeMetres - up) * scaleAt(away)],
    scaleAt,
    horizon,
    middle,
    nearest: (focal * eyeMetres) / (SCENE_HEIGHT - horizon + 8)
  }
}

/** Whether nothing of a shape with these corners can be in the picture; what is not drawn costs nothing. */
export const isOutOfSight = (corners: readonly Pair[]) =>
  corners.every(([x]) => x < -4) ||
  corners.every(([x]) => x > SCENE_WIDTH + 4) ||
  corners.every(([, y]) => y < -4) ||
  corners.every(([, y]) => y > SCENE_HEIGHT + 4)
