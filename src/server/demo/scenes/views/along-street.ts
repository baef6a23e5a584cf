import { createCamera } from '#server/demo/scenes/parts/camera'
import { drawBuilding, planBuilding, type BuildingPlan } from '#server/demo/scenes/parts/buildings'
import {
  asphaltTexture,
  dappledShade,
  drawBaseGround,
  kerb,
  laneMarks,
  paving,
  softGlow,
  strip,
  tactilePath,
  wetSheen
} from '#server/demo/scenes/parts/ground'
import { plantPot } from '#server/demo/scenes/parts/household'
import { figures, person } from '#server/demo/scenes/parts/people'
import { drawSky } from '#server/demo/scenes/parts/sky'
import { groundFace, put, type Stage } from '#server/demo/scenes/parts/stage'
import { lampPost } from '#server/demo/scenes/parts/street-furniture'
import { leafColours, overhang, tree } from '#server/demo/scenes/parts/trees'
import { carBack, carColours } from '#server/demo/scenes/parts/vehicles'
import { leftWall, rightWall } from '#server/demo/scenes/parts/walls'
import type { View } from '#server/demo/scenes/views/view'

interface StreetOptions {
  /** Metres to the right of us where the footway ends and the road begins; negative puts us on the road. */
  kerbAt: number
  groundFloor: BuildingPlan['groundFloor']
  hasTactilePath?: boolean
  /** Lamps that shine; only seen at night. */
  isLampLit?: (stage: Stage, index: number) => boolean
}

const FOOTWAY_WIDTH = 5.5
const ROAD_WIDTH = 7.6
const slabColours = ['#cfc5b2', '#c3bfb4', '#d6c7ae', '#bcb9ad']

/** A street seen lengthwise: shops or homes on the left, footway, trees, road, the other side in the haze. */
export const alongStreet = (options: StreetOptions): View => ({
  camera: random => createCamera({ horizon: random.between(350, 410), middle: random.between(560, 760), focal: random.between(900, 1020) }),
  back: stage => streetBehind(stage, options),
  front: stage => (stage.chance('overhang').isLucky(0.55) ? overhang(stage, 'right', stage.chance('leaves').pick(leafColours)) : '')
})

function streetBehind(stage: Stage, { kerbAt, groundFloor, hasTactilePath = true, isLampLit }: StreetOptions): string {
  const random = stage.chance('street')
  const line = kerbAt - FOOTWAY_WIDTH
  const slab = random.pick(slabColours)
  const { shadow, shadowOpacity } = stage.paint.mood
  return [
    drawSky(stage),
    drawBaseGround(stage, '#74797a'),
    otherSide(stage, kerbAt + ROAD_WIDTH),
    laneMarks(stage, kerbAt + ROAD_WIDTH / 2),
    asphaltTexture(stage, kerbAt, kerbAt + ROAD_WIDTH),
    strip(stage, line, kerbAt, slab),
    paving(stage, line, kerbAt, 40, 0.6, slab),
    hasTactilePath ? tactilePath(stage, kerbAt - 3.7) : '',
    kerb(stage, kerbAt),
    groundFace(stage, line, line + 1.7, stage.camera.nearest, 60, shadow, shadowOpacity * 0.8),
    wetSheen(stage, line + 0.6, kerbAt + 5),
    houses(stage, line, groundFloor),
    pots(stage, line),
    passersBy(stage, line + 1.6),
    treesAndCars(stage, kerbAt),
    lamps(stage, kerbAt, isLampLit)
  ].join('')
}

/** Building after building on the left, the far ones first. */
function houses(stage: Stage, line: number, groundFloor: BuildingPlan['groundFloor']): string {
  const random = stage.chance('houses')
  const plans: BuildingPlan[] = []
  for (let from = 0.9; from < 70;) {
    const to = from + random.between(9, 15)
    plans.push(planBuilding(random, from, to, groundFloor))
    from = to + (random.isLucky(0.25) ? 2.2 : 0)
  }
  return plans
    .reverse()
    .map(plan => drawBuilding(stage, leftWall(line), plan))
    .join('')
}

function otherSide(stage: Stage, from: number): string {
  const random = stage.chance('other side')
  const far = strip(stage, from, from + 30, '#bfb9aa')
  const blocks: string[] = []
  for (let at = 66; at > 9;) {
    const length = random.between(10, 17)
    blocks.push(drawBuilding(stage, rightWall(from + 3.4), planBuilding(random, Math.max(at - length, 5), at, 'shops')))
    at -= length + random.between(0, 3)
  }
  const crowns = [52, 38, 27, 18].map(away => tree(stage, from + 0.9, away, random.pick(leafColours), { height: 400, radius: 170 }))
  return far + blocks.join('') + kerb(stage, from, -1) + crowns.join('')
}

function treesAndCars(stage: Stage, kerbAt: number): string {
  const random = stage.chance('kerbside')
  const leaf = random.pick(leafColours)
  const start = random.between(8.6, 10.6)
  return [5, 4, 3, 2, 1, 0]
    .map(index => {
      const away = start + index * 6.4
      const hasCar = index < 4 && random.isLucky(0.5)
      const car = hasCar ? put(stage, kerbAt + 1.35, away + 2.4, carBack(stage.paint, random.pick(carColours), away / 90)) : ''
      return (
        car +
        dappledShade(stage, kerbAt - 1, away - 0.5, 1.5) +
        tree(stage, kerbAt - 0.5, away, leaf, { height: random.between(390, 440), radius: random.between(165, 200) })
      )
    })
    .join('')
}

function lamps(stage: Stage, kerbAt: number, isLampLit: StreetOptions['isLampLit']): string {
  const { isNight } = stage.paint.mood
  return [25, 13.4]
    .map((away, index) => {
      const isLit = isNight && (isLampLit?.(stage, index) ?? true)
      const [x, y] = stage.camera.project([kerbAt + 0.75, 5, away])
      const scale = stage.camera.scaleAt(away)
      const light = isLit
        ? softGlow(stage, x, y, scale * 3.4, '#ffe6a8', 0.75) +
          softGlow(stage, ...stage.camera.project([kerbAt - 0.6, 0, away]), scale * 3, '#ffdf9a', 0.5)
        : ''
      return put(stage, kerbAt - 0.3, away, lampPost(stage.paint, isLit)) + light
    })
    .join('')
}

function pots(stage: Stage, line: number): string {
  const random = stage.chance('pots')
  return [15.2, 11.6, 8.3]
    .map(away =>
      random.isLucky(0.6)
        ? put(stage, line + 0.45, away, plantPot(stage.paint, random.pick(['#b9765a', '#7d8f8a', '#d2b48c']), random))
        : ''
    )
    .join('')
}

function passersBy(stage: Stage, from: number): string {
  const random = stage.chance(`people ${stage.phase}`)
  return [21, 14.5]
    .map(away =>
      random.isLucky(0.5)
        ? put(stage, from + random.between(0, 1.8), away, person(stage.paint, random.pick(figures)), { isMirrored: random.isLucky(0.5) })
        : ''
    )
    .join('')
}
