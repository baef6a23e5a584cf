import { isOutOfSight, type Spot } from '#server/demo/scenes/parts/camera'
import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import { line, path, short, type Pair } from '#server/demo/scenes/parts/shapes'
import { face, type Stage } from '#server/demo/scenes/parts/stage'

/** An upright plane: beside the way we look (`isSide`) or across it. All lengths in metres. */
export interface Wall {
  /** A spot `along` the wall, `up` from the ground and `out` towards the street. */
  at: (along: number, up: number, out?: number) => Spot
  isSide: boolean
  /** How hazy it is there, 0–1. */
  depthAt: (along: number) => number
}

export const leftWall = (right: number): Wall => ({
  at: (along, up, out = 0) => [right + out, up, along],
  isSide: true,
  depthAt: along => Math.max(0, along - 6) / 62
})
export const rightWall = (right: number): Wall => ({
  at: (along, up, out = 0) => [right - out, up, along],
  isSide: true,
  depthAt: along => Math.max(0, along - 6) / 62
})
export const frontWall = (away: number): Wall => ({
  at: (along, up, out = 0) => [along, up, away - out],
  isSide: false,
  depthAt: () => Math.max(0, away - 6) / 70
})

export interface Panel {
  from: number
  to: number
  low: number
  high: number
}

/** A flat panel on a wall. */
export const panel = (stage: Stage, wall: Wall, { from, to, low, high }: Panel, fill: Colour, opacity?: number, out = 0) =>
  face(stage, [wall.at(from, low, out), wall.at(to, low, out), wall.at(to, high, out), wall.at(from, high, out)], fill, opacity)

/** Several panels of one fill as one shape: a front has hundreds, and each shape costs. */
export function panels(stage: Stage, wall: Wall, all: readonly Panel[], fill: Colour, opacity?: number, out = 0): string {
  const outlines = all
    .map(({ from, to, low, high }) =>
      [wall.at(from, low, out), wall.at(to, low, out), wall.at(to, high, out), wall.at(from, high, out)].map(stage.camera.project)
    )
    .filter(corners => !isOutOfSight(corners))
  const d = outlines.map(corners => `M${corners.map(corner => corner.map(short).join(' ')).join('L')}Z`).join('')
  return d === '' ? '' : path(d, fill, opacity)
}

/** A box standing out from a wall; only the faces one can see are worth their colours. */
export function boxOn(stage: Stage, wall: Wall, { from, to, low, high }: Panel, out: number, colour: Colour): string {
  const depth = wall.depthAt(from)
  const tone = (shade: Colour) => stage.paint.tone(shade, depth)
  const end = (along: number) =>
    face(
      stage,
      [wall.at(along, low), wall.at(along, low, out), wall.at(along, high, out), wall.at(along, high)],
      tone(darker(colour, 0.24))
    )
  const flat = (up: number, shade: Colour) =>
    face(stage, [wall.at(from, up), wall.at(to, up), wall.at(to, up, out), wall.at(from, up, out)], tone(shade))
  const lying = low > 1.55 ? flat(low, darker(colour, 0.4)) : high < 1.55 ? flat(high, lighter(colour, 0.25)) : ''
  const front = panel(stage, wall, { from, to, low, high }, tone(colour), 1, out)
  return wall.isSide ? lying + front + end(from) : end(from) + end(to) + lying + front
}

export function wallLine(stage: Stage, wall: Wall, from: Pair, to: Pair, colour: Colour, width: number, out = 0): string {
  const ends = [stage.camera.project(wall.at(...from, out)), stage.camera.project(wall.at(...to, out))] as const
  return isOutOfSight(ends) ? '' : line(...ends, colour, width)
}

/** A shadow that fades downwards, as under eaves and awnings. */
export function shadeBelow(stage: Stage, wall: Wall, from: number, to: number, high: number, reach: number, strength = 0.3): string {
  const { shadow } = stage.paint.mood
  const fill = stage.paint.gradient([
    [0, shadow, strength],
    [1, shadow, 0]
  ])
  return panel(stage, wall, { from, to, low: high - reach, high }, fill)
}
