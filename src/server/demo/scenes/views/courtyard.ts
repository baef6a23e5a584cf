import { createCamera } from '#server/demo/scenes/parts/camera'
import { drawBuilding, facadeColours } from '#server/demo/scenes/parts/buildings'
import { dappledShade, drawBaseGround, grassTufts, paving, strip, wetSheen } from '#server/demo/scenes/parts/ground'
import { drawSky } from '#server/demo/scenes/parts/sky'
import { groundFace, type Stage } from '#server/demo/scenes/parts/stage'
import { hedge, leafColours, overhang, shrub, tree } from '#server/demo/scenes/parts/trees'
import { frontWall } from '#server/demo/scenes/parts/walls'
import { band } from '#server/demo/scenes/views/across-street'
import type { View } from '#server/demo/scenes/views/view'

/** Between the blocks of a residential compound: homes ahead, a hedge, and either a lane or a lawn at our feet. */
export const courtyard = (floor: 'lane' | 'lawn'): View => ({
  camera: random => createCamera({ horizon: random.between(400, 440), middle: random.between(580, 700), focal: random.between(920, 1000) }),
  back: stage => behind(stage, floor),
  front: stage => (stage.chance('overhang').isLucky(0.6) ? overhang(stage, 'left', stage.chance('leaves').pick(leafColours)) : '')
})

function behind(stage: Stage, floor: 'lane' | 'lawn'): string {
  const random = stage.chance('courtyard')
  const colour = random.pick(facadeColours)
  const gap = random.between(-3, 3)
  const home = (from: number, to: number, floors: number) =>
    drawBuilding(stage, frontWall(21), { from, to, floors, colour, groundFloor: 'homes', hasBalconies: true })
  const trees = [-8, -4.6, 5.2, 9.4].map(x =>
    tree(stage, x + gap * 0.5, 17 + random.between(-1, 1), random.pick(leafColours), {
      height: random.between(300, 390),
      radius: random.between(130, 180)
    })
  )
  const shrubs = [-6.4, -2.2, 2.5, 7.1].map(x =>
    shrub(stage, x, 15.4, random.between(0.9, 1.6), random.pick(['#6a9656', '#7da05a', '#b9853f']))
  )
  const behindFloor = [
    drawSky(stage),
    drawBaseGround(stage, '#8fae6c'),
    home(-17 + gap, -1.2 + gap, 5),
    home(1.4 + gap, 17 + gap, 6),
    ...trees,
    hedge(stage, -17, 17, 15.2, 0.75),
    ...shrubs
  ]
  return behindFloor.join('') + (floor === 'lane' ? lane(stage) : lawn(stage))
}

function lane(stage: Stage): string {
  const { paint, camera } = stage
  return [
    band(stage, camera.nearest * 0.9, 13.4, '#b8b6ae'),
    paving(stage, -10, 10, 13.4, 1.2, '#b8b6ae'),
    band(stage, 13.1, 13.4, '#dcd8cc'),
    groundFace(stage, -30, 30, 12.2, 13.1, paint.mood.shadow, paint.mood.shadowOpacity * 0.7),
    dappledShade(stage, -2.4, 9, 2.4),
    wetSheen(stage, -3, 3)
  ].join('')
}

function lawn(stage: Stage): string {
  const { camera } = stage
  const green = stage.chance('lawn').pick(['#86ad62', '#93b268', '#7da465'])
  return [
    band(stage, camera.nearest * 0.9, 14.6, green),
    band(stage, 11.6, 12.9, '#cfc5b0'),
    strip(stage, 3.4, 5.1, '#cfc5b0', 12),
    grassTufts(stage, -7, 3.3, 3, 11, 170),
    grassTufts(stage, 5.2, 9, 4, 11, 50),
    dappledShade(stage, -1.5, 8, 2.6)
  ].join('')
}
