import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import { airConditioner, balcony, door, shopFront, window, windows, type Opening } from '#server/demo/scenes/parts/openings'
import type { Stage } from '#server/demo/scenes/parts/stage'
import { boxOn, panel, shadeBelow, wallLine, type Wall } from '#server/demo/scenes/parts/walls'
import type { SeededRandom } from '#server/demo/seeded-random'

export const facadeColours: readonly Colour[] = ['#efe2c8', '#e3cfae', '#d9b191', '#c7cfb9', '#b8c6cb', '#dad5c8', '#c99578', '#e8d9d0']
const awningColours: readonly Colour[] = ['#2f8f6f', '#dca03c', '#b9604c', '#3f8c94', '#6d8f54', '#c77f4f']
const FLOOR = 3
const GROUND_FLOOR = 3.75

export interface BuildingPlan {
  from: number
  to: number
  floors: number
  colour: Colour
  groundFloor: 'shops' | 'homes' | 'blank'
  hasBalconies: boolean
}

export const planBuilding = (random: SeededRandom, from: number, to: number, groundFloor: BuildingPlan['groundFloor']): BuildingPlan => ({
  from,
  to,
  floors: random.whole(3, 6),
  colour: random.pick(facadeColours),
  groundFloor,
  hasBalconies: random.isLucky(0.45)
})

const heightOf = ({ floors }: BuildingPlan) => GROUND_FLOOR + (floors - 1) * FLOOR + 0.7

/** A whole front: wall, floors of windows, ground floor, cornice. */
export function drawBuilding(stage: Stage, wall: Wall, plan: BuildingPlan): string {
  const { from, to, colour } = plan
  const random = stage.chance(`building ${from.toFixed(1)}`)
  const high = heightOf(plan)
  const depth = wall.depthAt(Math.max(from, 3))
  const tone = (shade: Colour) => stage.paint.tone(shade, depth)
  const farDepth = wall.depthAt(to)
  const fill = stage.paint.gradient([
    [0, stage.paint.tone(lighter(colour, 0.1), (depth + farDepth) / 2)],
    [0.7, tone(colour)],
    [1, tone(darker(colour, 0.12))]
  ])
  return [
    panel(stage, wall, { from, to, low: 0, high }, fill),
    wall.isSide ? panel(stage, wall, { from, to, low: 0, high }, stage.paint.mood.shadow, stage.paint.mood.shadowOpacity * 0.35) : '',
    upperFloors(stage, wall, plan, random),
    groundFloorOf(stage, wall, plan, random),
    boxOn(stage, wall, { from, to, low: high - 0.3, high: high + 0.15 }, 0.3, lighter(colour, 0.2)),
    shadeBelow(stage, wall, from, to, high - 0.3, 0.8, 0.28)
  ].join('')
}

function upperFloors(stage: Stage, wall: Wall, { from, to, floors, colour, hasBalconies }: BuildingPlan, random: SeededRandom): string {
  const drawn: string[] = []
  const bay = 2.7
  const count = Math.max(1, Math.floor((to - from - 0.5) / bay))
  const start = from + (to - from - count * bay) / 2
  for (let floor = 1; floor < floors; floor += 1) {
    const low = GROUND_FLOOR + (floor - 1) * FLOOR
    const openings: Opening[] = []
    const extras: string[] = []
    // Far bays come first, so that what stands out nearby covers them.
    for (let bayIndex = count - 1; bayIndex >= 0; bayIndex -= 1) {
      const at = start + bayIndex * bay + 0.55
      const isLit = random.isLucky(0.42)
      const hasCooler = random.isLucky(0.4)
      const withBalcony = hasBalconies && bayIndex % 3 === 1
      if (wall.depthAt(at) > 0.72) continue
      openings.push({ from: at, to: at + (withBalcony ? 1.8 : 1.45), low: low + (withBalcony ? 0.2 : 0.75), high: low + 2.2, isLit })
      if (withBalcony && wall.depthAt(at) < 0.5) extras.push(balcony(stage, wall, at - 0.2, at + 2, low + 0.1, colour))
      else if (hasCooler && wall.depthAt(at) < 0.25) extras.push(airConditioner(stage, wall, at + 0.3, low + 0.02))
    }
    const course = wallLine(
      stage,
      wall,
      [from, low - 0.12],
      [to, low - 0.12],
      stage.paint.tone(darker(colour, 0.16), wall.depthAt(from)),
      1.6
    )
    drawn.push(course + (openings.length > 0 ? windows(stage, wall, openings) : '') + extras.join(''))
  }
  return drawn.join('')
}

function groundFloorOf(stage: Stage, wall: Wall, { from, to, groundFloor, colour }: BuildingPlan, random: SeededRandom): string {
  const drawn = [panel(stage, wall, { from, to, low: 0, high: 0.45 }, stage.paint.tone(darker(colour, 0.32), wall.depthAt(from)))]
  if (groundFloor === 'shops') {
    const count = Math.max(1, Math.round((to - from) / 5))
    const width = (to - from) / count
    for (let index = count - 1; index >= 0; index -= 1) {
      drawn.push(
        shopFront(
          stage,
          wall,
          from + index * width + 0.15,
          from + (index + 1) * width - 0.15,
          random.pick(awningColours),
          random.whole(0, 4)
        )
      )
    }
  }
  if (groundFloor === 'homes') {
    for (let at = to - 3; at > from + 0.4; at -= 3.1) {
      const isDoor = random.isLucky(0.3)
      drawn.push(
        isDoor
          ? door(stage, wall, at, at + 1.3, 2.3, '#4d6b5f')
          : window(stage, wall, { from: at, to: at + 1.5, low: 1.15, high: 2.6 }, random.isLucky(0.5))
      )
    }
  }
  return drawn.join('')
}
