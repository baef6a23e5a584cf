import { createCamera } from '#server/demo/scenes/parts/camera'
import { darker } from '#server/demo/scenes/parts/colour'
import { asphaltTexture, drawBaseGround, kerb, laneMarks, paving, strip } from '#server/demo/scenes/parts/ground'
import { line, polygon, stroke } from '#server/demo/scenes/parts/shapes'
import { drawSky } from '#server/demo/scenes/parts/sky'
import { put, type Stage } from '#server/demo/scenes/parts/stage'
import { lampPost } from '#server/demo/scenes/parts/street-furniture'
import { leafColours, overhang, tree } from '#server/demo/scenes/parts/trees'
import { carBack, carColours } from '#server/demo/scenes/parts/vehicles'
import { leftWall, panel, wallLine } from '#server/demo/scenes/parts/walls'
import type { View } from '#server/demo/scenes/views/view'

export const HOARDING_AT = -2.6
const KERB_AT = 2.2

/** A footway along a building site: hoarding on the left with the shell and the crane behind it. */
export const buildingSite: View = {
  camera: random => createCamera({ horizon: random.between(370, 410), middle: random.between(620, 760), focal: random.between(900, 1000) }),
  back: behind,
  front: stage => (stage.chance('overhang').isLucky(0.5) ? overhang(stage, 'right', stage.chance('leaves').pick(leafColours)) : '')
}

function behind(stage: Stage): string {
  const random = stage.chance('site')
  const { isNight } = stage.paint.mood
  return [
    drawSky(stage),
    crane(stage, random.between(250, 380)),
    drawBaseGround(stage, '#777c7d'),
    shell(stage),
    laneMarks(stage, KERB_AT + 3.8),
    asphaltTexture(stage, KERB_AT, KERB_AT + 8),
    strip(stage, HOARDING_AT, KERB_AT, '#c5bdac'),
    paving(stage, HOARDING_AT, KERB_AT, 40, 0.6, '#c5bdac'),
    kerb(stage, KERB_AT),
    ...[30, 22, 15].map(away => tree(stage, KERB_AT - 0.5, away, random.pick(leafColours), { height: 400, radius: 170 })),
    put(stage, KERB_AT + 1.4, 12.5, carBack(stage.paint, random.pick(carColours), 0.1)),
    put(stage, KERB_AT - 0.3, 11, lampPost(stage.paint, isNight))
  ].join('')
}

/** The frame of a building going up: slabs, columns, green netting. */
function shell(stage: Stage): string {
  const wall = leftWall(-6.5)
  const { tone } = stage.paint
  const drawn: string[] = [panel(stage, wall, { from: 8, to: 30, low: 0, high: 15.4 }, tone('#8d9691', 0.25))]
  for (let floor = 1; floor <= 5; floor += 1) {
    for (let at = 26; at >= 8; at -= 3)
      drawn.push(panel(stage, wall, { from: at + 0.5, to: at + 2.8, low: floor * 3 - 2.6, high: floor * 3 - 0.1 }, tone('#4d5a5c', 0.2)))
    drawn.push(wallLine(stage, wall, [8, floor * 3], [30, floor * 3], tone('#c3beb0', 0.15), 7))
  }
  drawn.push(panel(stage, wall, { from: 8, to: 18, low: 3, high: 12 }, tone('#4f9a72'), 0.5, 0.5))
  for (let at = 8; at <= 18; at += 2) drawn.push(wallLine(stage, wall, [at, 0], [at, 13], tone('#a9855a', 0.1), 3, 0.6))
  return drawn.join('')
}

function crane(stage: Stage, x: number): string {
  const colour = stage.paint.tone('#d9a441', 0.25)
  const mast = line([x, 420], [x, 70], colour, 9) + line([x + 16, 420], [x + 16, 70], colour, 5)
  const braces = Array.from({ length: 13 }, (_, index) => line([x, 420 - index * 26], [x + 16, 394 - index * 26], colour, 3))
  const jib = line([x - 110, 84], [x + 420, 84], colour, 7) + stroke(`M${x + 8} 40L${x + 330} 84M${x + 8} 40L${x - 100} 84`, colour, 3)
  return (
    mast +
    braces.join('') +
    jib +
    polygon(
      [
        [x - 110, 84],
        [x - 60, 84],
        [x - 60, 112],
        [x - 110, 112]
      ],
      stage.paint.tone('#7d8688', 0.2)
    ) +
    line([x + 260, 84], [x + 260, 190], stage.paint.tone('#4b555a', 0.2), 2)
  )
}

/** The hoarding: green corrugated sheets, three metres each. `isSound` says which stand as they should. */
export function hoarding(stage: Stage, isSound: (index: number) => boolean): string {
  const wall = leftWall(HOARDING_AT)
  const { tone } = stage.paint
  const colour = '#4b8f74'
  return [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
    .map(index => {
      const from = 1.2 + index * 3
      if (!isSound(index)) return ''
      const depth = wall.depthAt(from)
      const sheet = panel(
        stage,
        wall,
        { from, to: from + 3, low: 0.25, high: 2.5 },
        stage.paint.fall(tone('#63a588', depth), tone('#437f68', depth))
      )
      const ribs = [0.4, 0.8, 1.2, 1.6, 2, 2.4, 2.8].map(shift =>
        wallLine(stage, wall, [from + shift, 0.25], [from + shift, 2.5], tone(darker(colour, 0.24), depth), Math.max(1, 9 / from))
      )
      const foot = panel(stage, wall, { from, to: from + 3, low: 0, high: 0.28 }, tone('#bcb6a8', depth))
      const cap = panel(stage, wall, { from, to: from + 3, low: 2.5, high: 2.62 }, tone('#e9e4d6', depth))
      return sheet + ribs.join('') + foot + cap + panel(stage, wall, { from, to: from + 0.1, low: 0, high: 2.7 }, tone('#d9d4c6', depth))
    })
    .join('')
}
