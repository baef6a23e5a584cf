import { createCamera, SCENE_WIDTH } from '#server/demo/scenes/parts/camera'
import { drawBuilding, facadeColours } from '#server/demo/scenes/parts/buildings'
import { mix } from '#server/demo/scenes/parts/colour'
import { drawBaseGround, paving } from '#server/demo/scenes/parts/ground'
import { ellipse, line, rect, stroke } from '#server/demo/scenes/parts/shapes'
import { drawSky } from '#server/demo/scenes/parts/sky'
import { groundFace, type Stage } from '#server/demo/scenes/parts/stage'
import { hedge, leafColours, overhang, tree } from '#server/demo/scenes/parts/trees'
import { frontWall } from '#server/demo/scenes/parts/walls'
import { band } from '#server/demo/scenes/views/across-street'
import type { View } from '#server/demo/scenes/views/view'

export const RAILING_AWAY = 5.4
const FAR_BANK = 27

/** On the embankment: paving, a railing, the river, trees and homes on the other bank. */
export const riverside = (hasRailing: boolean): View => ({
  camera: random =>
    createCamera({ horizon: random.between(380, 420), middle: random.between(580, 700), focal: random.between(920, 1000), eyeMetres: 1.9 }),
  back: stage => behind(stage, hasRailing),
  front: stage => overhang(stage, stage.chance('overhang').isLucky(0.5) ? 'left' : 'right', '#7ea25a')
})

function behind(stage: Stage, hasRailing: boolean): string {
  const random = stage.chance('riverside')
  const homes = [-30, -15, 2, 18].map(from =>
    drawBuilding(stage, frontWall(46), {
      from,
      to: from + random.between(11, 14),
      floors: random.whole(3, 6),
      colour: random.pick(facadeColours),
      groundFloor: 'homes',
      hasBalconies: false
    })
  )
  const trees = Array.from({ length: 9 }, (_, index) =>
    tree(stage, -18 + index * 4.4 + random.between(-1, 1), 32, random.pick(leafColours), {
      height: random.between(320, 430),
      radius: random.between(170, 240)
    })
  )
  return [
    drawSky(stage),
    drawBaseGround(stage, '#8fb06a'),
    ...homes,
    ...trees,
    hedge(stage, -28, 28, FAR_BANK + 0.5, 0.9, '#6f9d5f'),
    band(stage, FAR_BANK, FAR_BANK + 0.6, '#cfc6b4'),
    water(stage),
    embankment(stage, hasRailing)
  ].join('')
}

function water(stage: Stage): string {
  const { camera, paint } = stage
  const random = stage.chance('water')
  const top = camera.project([0, 0, FAR_BANK])[1]
  const bottom = camera.project([0, 0, 3])[1]
  const fill = paint.gradient([
    [0, mix(paint.tone('#5f8f8a'), paint.mood.skyLow, 0.45)],
    [0.3, mix(paint.tone('#5b8f93'), paint.mood.skyMiddle, 0.35)],
    [1, paint.tone('#3f7479')]
  ])
  const reflections = Array.from({ length: 9 }, () =>
    rect(random.between(0, SCENE_WIDTH), top, random.between(36, 110), random.between(26, 70), paint.tone('#54785c'), 12, 0.26)
  )
  const ripples = Array.from({ length: 70 }, () => {
    const share = Math.pow(random.next(), 1.5)
    const y = top + 4 + share * (bottom - top)
    const width = 16 + share * 80
    const x = random.between(-20, SCENE_WIDTH)
    return stroke(
      `M${x.toFixed(0)} ${y.toFixed(0)}q${(width / 2).toFixed(0)} ${(-2 - share * 5).toFixed(1)} ${width.toFixed(0)} 0`,
      random.isLucky(0.6) ? mix(paint.mood.skyLow, '#ffffff', 0.3) : paint.tone('#2f5f66'),
      1 + share * 2,
      0.4
    )
  })
  return (
    rect(0, top, SCENE_WIDTH, bottom - top, fill) +
    reflections.join('') +
    ellipse(SCENE_WIDTH * 0.6, top + 60, 240, 16, '#ffffff', 0.14) +
    ripples.join('')
  )
}

function embankment(stage: Stage, hasRailing: boolean): string {
  const { camera, paint } = stage
  const edge = hasRailing ? RAILING_AWAY + 0.5 : 4.1
  const stone = '#cbbfa9'
  const ground =
    band(stage, camera.nearest * 0.8, edge, stone) +
    paving(stage, -7, 7, edge, 0.6, stone) +
    band(stage, edge - 0.22, edge, '#e2d9c6') +
    groundFace(stage, -30, 30, edge, edge + 0.5, paint.mood.shadow, 0.3)
  if (!hasRailing) return ground
  const railing = paint.tone('#e9e4d6')
  const shade = paint.tone('#a9a698')
  const posts = Array.from({ length: 13 }, (_, index) => -9 + index * 1.5).map(
    x =>
      line(camera.project([x, 0, RAILING_AWAY]), camera.project([x, 1.08, RAILING_AWAY]), shade, 17) +
      line(camera.project([x - 0.02, 0, RAILING_AWAY]), camera.project([x - 0.02, 1.08, RAILING_AWAY]), railing, 11)
  )
  const rails = [0.35, 0.68, 1].map(up =>
    line(camera.project([-9, up, RAILING_AWAY]), camera.project([9, up, RAILING_AWAY]), up === 1 ? railing : shade, up === 1 ? 13 : 6)
  )
  return ground + rails.join('') + posts.join('')
}
