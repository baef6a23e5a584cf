import { createCamera, SCENE_HEIGHT, SCENE_WIDTH, type Spot } from '#server/demo/scenes/parts/camera'
import { darker, lighter } from '#server/demo/scenes/parts/colour'
import { softGlow } from '#server/demo/scenes/parts/ground'
import { line, rect } from '#server/demo/scenes/parts/shapes'
import { face, groundFace, type Stage } from '#server/demo/scenes/parts/stage'
import { boxOn, frontWall, leftWall, panel, rightWall, wallLine } from '#server/demo/scenes/parts/walls'
import { door, window } from '#server/demo/scenes/parts/openings'
import type { View } from '#server/demo/scenes/views/view'

const HALF = 2.5
const BACK = 8.2
const CEILING = 2.9

/** A room seen from its open end: floor, walls painted green to the shoulder as stairwells are, ceiling, light from a window. */
function room(stage: Stage, half: number, tint: string): string {
  const { paint, camera } = stage
  const near = camera.nearest * 0.7
  const tone = paint.tone
  const wallOf = (right: number, shade: string): string => {
    const corners = (low: number, high: number): Spot[] => [
      [right, low, near],
      [right, low, BACK],
      [right, high, BACK],
      [right, high, near]
    ]
    const upper = paint.gradient(
      [
        [0, tone(darker('#efe9dc', shade === 'lit' ? 0.02 : 0.16))],
        [1, tone(darker('#efe9dc', shade === 'lit' ? 0.08 : 0.22))]
      ],
      'right'
    )
    return (
      face(stage, corners(0, CEILING), upper) +
      face(stage, corners(0, 1.15), tone(darker(tint, shade === 'lit' ? 0 : 0.18))) +
      face(stage, corners(1.15, 1.19), tone(darker(tint, 0.4)))
    )
  }
  const back = frontWall(BACK)
  return [
    rect(0, 0, SCENE_WIDTH, SCENE_HEIGHT, tone('#d9d4c6')),
    face(
      stage,
      [
        [-half, CEILING, near],
        [half, CEILING, near],
        [half, CEILING, BACK],
        [-half, CEILING, BACK]
      ],
      tone('#dcd7ca')
    ),
    panel(stage, back, { from: -half, to: half, low: 0, high: CEILING }, paint.fall(tone('#f2ecdf'), tone('#ddd6c6'))),
    panel(stage, back, { from: -half, to: half, low: 0, high: 1.15 }, tone(darker(tint, 0.06))),
    wallOf(-half, 'lit'),
    wallOf(half, 'dark'),
    groundFace(stage, -half, half, near, BACK, paint.fall(tone('#b5ada0'), tone('#8f887c'))),
    ...[-1.5, -0.5, 0.5, 1.5].map(x =>
      line(camera.project([x * half * 0.5, 0, near]), camera.project([x * half * 0.5, 0, BACK]), tone('#7d776c'), 1.6, 0.5)
    ),
    ...[3.4, 4.2, 5.2, 6.4, 7.6].map(z => line(camera.project([-half, 0, z]), camera.project([half, 0, z]), tone('#7d776c'), 5 / z, 0.5))
  ].join('')
}

/** Stairs going up to the right at the back. */
function stairs(stage: Stage): string {
  const wall = frontWall(BACK)
  const steps = Array.from({ length: 7 }, (_, index) =>
    boxOn(
      stage,
      wall,
      { from: 0.1 + index * 0.3, to: HALF, low: index * 0.17, high: (index + 1) * 0.17 },
      1.5,
      index % 2 ? '#bdb5a6' : '#c9c1b2'
    )
  )
  const rail = wallLine(stage, wall, [0.15, 0.95], [2.3, 2.15], stage.paint.tone('#8a5f3c'), 9, 1.5)
  const posts = Array.from({ length: 7 }, (_, index) =>
    wallLine(
      stage,
      wall,
      [0.2 + index * 0.33, 0.17 + index * 0.185],
      [0.2 + index * 0.33, 0.98 + index * 0.185],
      stage.paint.tone('#6b777b'),
      4,
      1.5
    )
  )
  return steps.join('') + posts.join('') + rail
}

function landing(stage: Stage): string {
  const back = frontWall(BACK)
  const random = stage.chance('landing')
  const tint = random.pick(['#8fb59c', '#a3bba9', '#b9c3a4'])
  const [x, y] = stage.camera.project([-1, 1.9, BACK])
  return [
    room(stage, HALF, tint),
    window(stage, back, { from: -1.75, to: -0.45, low: 1.3, high: 2.45 }, true, '#f7f3e8'),
    softGlow(stage, x, y, 300, '#fff4d6', 0.55),
    face(
      stage,
      [
        [-1.7, 0, 7.2],
        [-0.5, 0, 7.2],
        [0.6, 0, 4.6],
        [-1.1, 0, 4.6]
      ],
      '#fff3cf',
      0.3
    ),
    stairs(stage),
    door(stage, leftWall(-HALF), 4.9, 5.9, 2.1, '#7c5a43'),
    panel(stage, leftWall(-HALF), { from: 6.3, to: 6.8, low: 1.3, high: 1.85 }, stage.paint.tone('#c9cec9')),
    door(stage, rightWall(HALF), 4.2, 5.1, 2.1, '#52707f')
  ].join('')
}

export const stairwell: View = {
  camera: random => createCamera({ horizon: random.between(400, 430), middle: random.between(600, 680), focal: random.between(860, 940) }),
  back: landing
}

function hallBehind(stage: Stage): string {
  const back = frontWall(BACK)
  const counter =
    boxOn(stage, back, { from: -3.6, to: 3.6, low: 0, high: 1.05 }, 1.6, '#c9a877') +
    boxOn(stage, back, { from: -3.7, to: 3.7, low: 1.05, high: 1.12 }, 1.75, '#ece4d2')
  const partitions = [-1.9, 0, 1.9].map(x => boxOn(stage, back, { from: x - 0.04, to: x + 0.04, low: 1.12, high: 1.75 }, 1.6, '#a9c4b8'))
  const boards = [-2.8, -0.95, 0.95, 2.8].map(
    (x, index) =>
      panel(stage, back, { from: x - 0.55, to: x + 0.55, low: 2.1, high: 2.5 }, stage.paint.tone(index % 2 ? '#4a8f72' : '#3f7f8c')) +
      panel(stage, back, { from: x - 0.3, to: x + 0.3, low: 2.24, high: 2.36 }, '#f7f2e0', 0.85)
  )
  const lights = [4, 6, 7.6].map(z =>
    face(
      stage,
      [
        [-0.8, CEILING - 0.01, z],
        [0.8, CEILING - 0.01, z],
        [0.8, CEILING - 0.01, z + 0.5],
        [-0.8, CEILING - 0.01, z + 0.5]
      ],
      lighter('#fff6da', 0.3)
    )
  )
  return room(stage, 4, '#cfdcd2') + lights.join('') + boards.join('') + counter + partitions.join('')
}

export const serviceHall: View = {
  camera: random => createCamera({ horizon: random.between(380, 410), middle: random.between(600, 680), focal: random.between(860, 920) }),
  back: hallBehind
}
