import { createCamera, SCENE_WIDTH } from '#server/demo/scenes/parts/camera'
import { drawBuilding, planBuilding, type BuildingPlan } from '#server/demo/scenes/parts/buildings'
import { darker } from '#server/demo/scenes/parts/colour'
import { drawBaseGround, paving, wetSheen, zebra } from '#server/demo/scenes/parts/ground'
import { figures, person } from '#server/demo/scenes/parts/people'
import { line } from '#server/demo/scenes/parts/shapes'
import { drawSky } from '#server/demo/scenes/parts/sky'
import { groundFace, put, type Stage } from '#server/demo/scenes/parts/stage'
import { hedge, leafColours, overhang, tree } from '#server/demo/scenes/parts/trees'
import { carColours, carSide } from '#server/demo/scenes/parts/vehicles'
import { frontWall, panel } from '#server/demo/scenes/parts/walls'
import type { View } from '#server/demo/scenes/views/view'

interface AcrossOptions {
  groundFloor: BuildingPlan['groundFloor']
  hasCrossing?: boolean
  hasTraffic?: boolean
}

const WIDE = 30
const NEAR_KERB = 7.2
const FAR_KERB = 14.6
const HOUSES = 19
const slabColours = ['#cfc5b2', '#c3bfb4', '#d6c7ae', '#bcb9ad']

/** We stand on one footway and look over the road at the houses opposite. */
export const acrossStreet = (options: AcrossOptions): View => ({
  camera: random => createCamera({ horizon: random.between(400, 440), middle: random.between(600, 680), focal: random.between(900, 980) }),
  back: stage => behind(stage, options),
  front: stage =>
    stage.chance('overhang').isLucky(0.6)
      ? overhang(stage, stage.chance('overhang').isLucky(0.3) ? 'left' : 'right', stage.chance('leaves').pick(leafColours))
      : ''
})

/** A band of ground across the picture. */
export const band = (stage: Stage, near: number, far: number, colour: string) =>
  groundFace(
    stage,
    -WIDE,
    WIDE,
    near,
    far,
    stage.paint.fall(
      stage.paint.tone(colour, Math.max(0, far - 8) / 90),
      stage.paint.tone(darker(colour, 0.06), Math.max(0, near - 8) / 90)
    )
  )

export function bandLine(stage: Stage, away: number, colour: string, width: number): string {
  const y = stage.camera.project([0, 0, away])[1]
  return line([0, y], [SCENE_WIDTH, y], stage.paint.tone(colour), width)
}

function behind(stage: Stage, { groundFloor, hasCrossing = false, hasTraffic = true }: AcrossOptions): string {
  const slab = stage.chance('slab').pick(slabColours)
  const random = stage.chance('across')
  const { shadow, shadowOpacity } = stage.paint.mood
  return [
    drawSky(stage),
    drawBaseGround(stage, '#b9b3a4'),
    housesOpposite(stage, groundFloor),
    band(stage, FAR_KERB, HOUSES, '#c6bfb0'),
    band(stage, FAR_KERB, FAR_KERB + 0.3, '#e3dfd3'),
    groundFace(stage, -WIDE, WIDE, HOUSES - 1.2, HOUSES, shadow, shadowOpacity),
    treesOpposite(stage),
    band(stage, NEAR_KERB, FAR_KERB, '#767b7c'),
    groundFace(stage, -WIDE, WIDE, FAR_KERB - 0.3, FAR_KERB, stage.paint.tone('#565b5c'), 0.6),
    ...[-13, -9, -5, -1, 3, 7, 11].map(x =>
      hasCrossing && Math.abs(x) < 5 ? '' : groundFace(stage, x, x + 2.2, 10.8, 11, stage.paint.tone('#f1eddf'), 0.8)
    ),
    hasCrossing ? zebra(stage, -3.2, 3, NEAR_KERB + 0.35, FAR_KERB - 0.4) : '',
    hasTraffic && !hasCrossing
      ? put(stage, random.between(-5, 5), 12.2, carSide(stage.paint, random.pick(carColours)), { isMirrored: true })
      : '',
    band(stage, stage.camera.nearest * 0.9, NEAR_KERB, slab),
    paving(stage, -9, 9, NEAR_KERB, 0.7, slab),
    band(stage, NEAR_KERB - 0.22, NEAR_KERB, '#e5e1d5'),
    wetSheen(stage, -3, 3)
  ].join('')
}

function housesOpposite(stage: Stage, groundFloor: BuildingPlan['groundFloor']): string {
  const random = stage.chance('opposite')
  const wall = frontWall(HOUSES)
  const drawn: string[] = []
  for (let from = -16; from < 16;) {
    const to = from + random.between(7.5, 12)
    if (random.isLucky(0.84))
      drawn.push(drawBuilding(stage, wall, { ...planBuilding(random, from, to, groundFloor), floors: random.whole(2, 4) }))
    else
      drawn.push(
        gardenWall(stage, from, to),
        tree(stage, (from + to) / 2, HOUSES + 1, random.pick(leafColours), { height: 520, radius: 260 })
      )
    from = to
  }
  return drawn.join('')
}

function treesOpposite(stage: Stage): string {
  const random = stage.chance('trees opposite')
  const leaf = random.pick(leafColours)
  const shift = random.between(-2, 2)
  const trees = [-9.5, -3.4, 4.1, 10.2].map(x =>
    random.isLucky(0.75) ? tree(stage, x + shift, 15.6, leaf, { height: random.between(360, 430), radius: random.between(130, 165) }) : ''
  )
  const walker = random.isLucky(0.6)
    ? put(stage, random.between(-5, 5), 16.4, person(stage.paint, random.pick(figures)), { isMirrored: random.isLucky(0.5) })
    : ''
  return trees.join('') + walker
}

/** Where there is no house, a low garden wall with a hedge behind it closes the street. */
function gardenWall(stage: Stage, from: number, to: number): string {
  const wall = frontWall(HOUSES)
  return (
    hedge(stage, from, to, HOUSES + 0.4, 2.1) +
    panel(
      stage,
      wall,
      { from, to, low: 0, high: 1.3 },
      stage.paint.fall(stage.paint.tone('#e2d8c4', 0.2), stage.paint.tone('#bdb19b', 0.2))
    ) +
    panel(stage, wall, { from, to, low: 1.3, high: 1.42 }, stage.paint.tone('#a9a294', 0.2))
  )
}
