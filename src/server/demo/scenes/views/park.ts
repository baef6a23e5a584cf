import { createCamera } from '#server/demo/scenes/parts/camera'
import { facadeColours, drawBuilding } from '#server/demo/scenes/parts/buildings'
import { dappledShade, drawBaseGround, grassTufts, paving } from '#server/demo/scenes/parts/ground'
import { figures, person } from '#server/demo/scenes/parts/people'
import { drawSky } from '#server/demo/scenes/parts/sky'
import { put, type Stage } from '#server/demo/scenes/parts/stage'
import { lampPost } from '#server/demo/scenes/parts/street-furniture'
import { hedge, leafColours, overhang, shrub, tree } from '#server/demo/scenes/parts/trees'
import { frontWall } from '#server/demo/scenes/parts/walls'
import { band } from '#server/demo/scenes/views/across-street'
import type { View } from '#server/demo/scenes/views/view'

/** A small park: trees, a path across, and at our feet a lawn or a paved square. */
export const park = (floor: 'lawn' | 'square'): View => ({
  camera: random => createCamera({ horizon: random.between(400, 440), middle: random.between(580, 700), focal: random.between(920, 1000) }),
  back: stage => behind(stage, floor),
  front: stage =>
    stage.chance('overhang').isLucky(0.7)
      ? overhang(stage, stage.chance('overhang').isLucky(0.5) ? 'left' : 'right', stage.chance('leaves').pick(leafColours))
      : ''
})

function behind(stage: Stage, floor: 'lawn' | 'square'): string {
  const random = stage.chance('park')
  const far = [-14, -3.5, 7].map(from =>
    drawBuilding(stage, frontWall(44), {
      from: from * 2.2,
      to: from * 2.2 + 15,
      floors: random.whole(3, 6),
      colour: random.pick(facadeColours),
      groundFloor: 'homes',
      hasBalconies: false
    })
  )
  const grove = [-13, -8.6, -5, -1.4, 3, 6.8, 11.4].map(x =>
    tree(stage, x + random.between(-1, 1), random.between(19, 26), random.pick(leafColours), {
      height: random.between(340, 460),
      radius: random.between(170, 250)
    })
  )
  const nearTrees = [-6.2, 6].map(x =>
    tree(stage, x + random.between(-0.8, 0.8), random.between(11.5, 13), random.pick(leafColours), {
      height: random.between(380, 430),
      radius: random.between(170, 210)
    })
  )
  const walker = random.isLucky(0.6) ? put(stage, random.between(-3, 3), 14.4, person(stage.paint, random.pick(figures))) : ''
  return [
    drawSky(stage),
    drawBaseGround(stage, '#8fb06a'),
    ...far,
    ...grove,
    hedge(stage, -22, 22, 18, 0.8),
    band(stage, stage.camera.nearest * 0.9, 17.8, '#8db066'),
    band(stage, 13.2, 15.4, '#d3c8b0'),
    walker,
    put(stage, 3.4, 12.9, lampPost(stage.paint, false)),
    ...nearTrees,
    floor === 'lawn' ? grassTufts(stage, -8, 8, 3, 12.5, 240) + dappledShade(stage, -2, 9, 3) : square(stage)
  ].join('')
}

const square = (stage: Stage) =>
  [
    band(stage, stage.camera.nearest * 0.9, 8.6, '#d0c6b2'),
    paving(stage, -8, 8, 8.6, 0.6, '#d0c6b2'),
    band(stage, 8.45, 8.65, '#e6e0d0'),
    grassTufts(stage, -8, 8, 8.8, 12.5, 110),
    ...[-5, -3.4, 3.8, 5.4].map(x => shrub(stage, x, 9.1, 1, '#7ba25b')),
    dappledShade(stage, -2.5, 6, 2)
  ].join('')
