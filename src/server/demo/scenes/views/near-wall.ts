import { createCamera } from '#server/demo/scenes/parts/camera'
import { darker, lighter } from '#server/demo/scenes/parts/colour'
import { drawBaseGround, paving, wetSheen } from '#server/demo/scenes/parts/ground'
import { plantPot } from '#server/demo/scenes/parts/household'
import { airConditioner, door, window } from '#server/demo/scenes/parts/openings'
import { facadeColours } from '#server/demo/scenes/parts/buildings'
import { drawSky } from '#server/demo/scenes/parts/sky'
import { groundFace, put, type Stage } from '#server/demo/scenes/parts/stage'
import { leafColours, overhang, shrub, tree } from '#server/demo/scenes/parts/trees'
import { boxOn, frontWall, panel, shadeBelow, wallLine } from '#server/demo/scenes/parts/walls'
import { band } from '#server/demo/scenes/views/across-street'
import type { View } from '#server/demo/scenes/views/view'

/** How far away the wall stands, and where its plain stretch lies, in metres. */
export const WALL_AWAY = 7
export const PLAIN_WALL = { from: -1.75, to: 1.9, low: 0.45, high: 2.6 }

/** Close to the wall of a house: a door on one side, a window on the other, a plain stretch between. */
export const nearWall: View = {
  camera: random => createCamera({ horizon: random.between(430, 470), middle: random.between(600, 680), focal: random.between(980, 1060) }),
  back: behind,
  front: stage => (stage.chance('overhang').isLucky(0.4) ? overhang(stage, 'right', stage.chance('leaves').pick(leafColours)) : '')
}

function behind(stage: Stage): string {
  const { paint } = stage
  const random = stage.chance('wall')
  const wall = frontWall(WALL_AWAY)
  const colour = random.pick(facadeColours)
  const fill = paint.gradient([
    [0, paint.tone(lighter(colour, 0.12))],
    [0.75, paint.tone(colour)],
    [1, paint.tone(darker(colour, 0.1))]
  ])
  return [
    drawSky(stage),
    tree(stage, 6.4, 11, random.pick(leafColours), { height: 420, radius: 220 }),
    drawBaseGround(stage, '#c3bcad'),
    band(stage, stage.camera.nearest * 0.9, 14, '#c9c2b4'),
    panel(stage, wall, { from: -7, to: 4.7, low: 0, high: 6 }, fill),
    texture(stage, colour),
    panel(stage, wall, { from: -7, to: 4.7, low: 0, high: 0.42 }, paint.tone(darker(colour, 0.34))),
    wallLine(stage, wall, [-7, 0.43], [4.7, 0.43], paint.tone(lighter(colour, 0.3)), 3),
    wallLine(stage, wall, [-7, 3.05], [4.7, 3.05], paint.tone(darker(colour, 0.2)), 4),
    door(stage, wall, -3.75, -2.45, 2.3, random.pick(['#4d6b5f', '#7c5a43', '#52707f'])),
    boxOn(stage, wall, { from: -4.1, to: -2.1, low: 2.5, high: 2.62 }, 0.7, '#8f9a98'),
    shadeBelow(stage, wall, -4.1, -2.1, 2.5, 0.8, 0.3),
    window(stage, wall, { from: 2.5, to: 4, low: 1.1, high: 2.5 }, true),
    window(stage, wall, { from: -1.2, to: 0.4, low: 3.5, high: 5 }, false),
    airConditioner(stage, wall, 2.7, 3.3),
    groundFace(stage, -20, 4.7, WALL_AWAY - 0.7, WALL_AWAY, paint.mood.shadow, paint.mood.shadowOpacity),
    paving(stage, -6, 6, WALL_AWAY, 0.6, '#c9c2b4'),
    wetSheen(stage, -3, 3),
    put(stage, -4.6, 6.5, plantPot(paint, '#b9765a', random)),
    shrub(stage, 4.9, 6.6, 0.9)
  ].join('')
}

/** Faint courses and stains, so that the plaster looks used. */
function texture(stage: Stage, colour: string): string {
  const random = stage.chance('plaster')
  const wall = frontWall(WALL_AWAY)
  return Array.from({ length: 34 }, () => {
    const [from, low] = [random.between(-6.5, 4.2), random.between(0.5, 5.6)]
    return panel(
      stage,
      wall,
      { from, to: from + random.between(0.2, 0.9), low, high: low + random.between(0.03, 0.14) },
      stage.paint.tone(random.isLucky(0.5) ? darker(colour, 0.12) : lighter(colour, 0.25)),
      0.4
    )
  }).join('')
}
