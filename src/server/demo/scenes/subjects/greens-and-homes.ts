import { darker, lighter } from '#server/demo/scenes/parts/colour'
import { facadeColours } from '#server/demo/scenes/parts/buildings'
import { scooter, scooterColours, sharedBike } from '#server/demo/scenes/parts/cycles'
import { raggedRing } from '#server/demo/scenes/parts/ground-damage'
import { cupboard, planks, plantPot } from '#server/demo/scenes/parts/household'
import { bag, carton } from '#server/demo/scenes/parts/rubbish'
import { circle, ellipse, path, polygon, rect, short, stroke, turned } from '#server/demo/scenes/parts/shapes'
import { groundDisc, groundFace, put, type Stage } from '#server/demo/scenes/parts/stage'
import { cone } from '#server/demo/scenes/parts/street-furniture'
import { chargingShelter, sapling, shack } from '#server/demo/scenes/parts/structures'
import { crown, flowers, shrub } from '#server/demo/scenes/parts/trees'
import { carColours, carSide } from '#server/demo/scenes/parts/vehicles'
import { frontWall, panel } from '#server/demo/scenes/parts/walls'
import { alongStreet } from '#server/demo/scenes/views/along-street'
import { courtyard } from '#server/demo/scenes/views/courtyard'
import { stairwell } from '#server/demo/scenes/views/indoors'
import { nearWall, PLAIN_WALL, WALL_AWAY } from '#server/demo/scenes/views/near-wall'
import { park } from '#server/demo/scenes/views/park'
import type { Subject } from '#server/demo/scenes/subjects/subject'

const isBefore = (stage: Stage) => stage.phase === 'before'

const bareSoil: Subject = {
  view: park('lawn'),
  draw: stage => {
    const { tone } = stage.paint
    if (!isBefore(stage))
      return (
        groundDisc(stage, 0, 5.8, 2.3, tone('#7d6247')) +
        flowers(stage, -2.2, 2.2, 4.1, 7.6, 150) +
        [-2.3, 2.3].map(x => shrub(stage, x, 5.6, 0.7)).join('')
      )
    const random = stage.chance('clods')
    const clods = Array.from({ length: 34 }, () =>
      put(
        stage,
        random.between(-2.1, 2.1),
        random.between(4.2, 7.6),
        ellipse(0, -3, random.between(6, 15), random.between(4, 8), tone(random.pick(['#a98a63', '#94764f', '#bb9c74'])))
      )
    )
    const stump = put(
      stage,
      1.1,
      5.6,
      path('M-16 0L-12 -22L12 -24L16 0Z', stage.paint.body('#7a5f45')) + ellipse(0, -23, 12, 4, tone('#c9a878'))
    )
    const dead = put(stage, -1, 6.2, stroke('M0 0L-3 -70M-3 -40L-26 -66M-2 -52L22 -84M-3 -70L-14 -92', tone('#7d6a55'), 5))
    return (
      polygon(raggedRing(stage, 'soil rim', 0, 5.7, 2, 0.1), tone('#a08358')) +
      polygon(raggedRing(stage, 'soil', 0, 5.7, 1.86, 0.12), tone('#b4946a')) +
      clods.join('') +
      dead +
      stump
    )
  }
}

const fallenTree: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'shops' }),
  draw: stage => {
    if (!isBefore(stage)) return put(stage, 1.3, 5.6, sapling(stage.paint, stage.chance('sapling')))
    const random = stage.chance('fallen')
    const leaf = random.pick(['#5f9160', '#6b9a52', '#82a04e'])
    const trunk = path(
      'M196 -4L60 -34L-60 -52L-64 -38L54 -8L190 18Z',
      stage.paint.fall(stage.paint.tone('#9a7d62'), stage.paint.tone('#6f5743'))
    )
    const roots =
      path('M186 -8Q232 -54 226 -20Q256 -26 230 2Q252 22 218 18Q206 34 186 20Z', stage.paint.tone('#6b543e')) +
      stroke('M196 0L244 -44M200 6L258 -6M196 14L236 38', stage.paint.tone('#6b543e'), 6)
    const branches = stroke('M-20 -46L-90 -110M10 -36L-30 -120M-50 -48L-150 -60', stage.paint.tone('#7b6350'), 9)
    const leaves = `<g transform="translate(-130 -74) scale(1 .74)">${crown(stage, random, 150, leaf, 0)}</g>`
    const loose = Array.from({ length: 18 }, () =>
      put(
        stage,
        random.between(-2.2, 1.6),
        random.between(3.6, 5.4),
        ellipse(0, 0, 9, 4, stage.paint.tone(lighter(leaf, random.between(0, 0.3))))
      )
    )
    return (
      groundDisc(stage, -0.6, 4.9, 1.5, stage.paint.mood.shadow, 0.25) +
      put(stage, 0.1, 5, roots + branches + trunk + leaves) +
      loose.join('')
    )
  }
}

const vegetablePlot: Subject = {
  view: courtyard('lawn'),
  draw: stage => {
    const { paint } = stage
    if (!isBefore(stage)) return [-2.2, -0.9, 0.6].map((x, index) => shrub(stage, x, 7.2 - index * 0.3, 0.9)).join('')
    const rows = [8, 7.2, 6.4, 5.6, 4.9].map(away => {
      const soil = groundFace(stage, -2.5, 1.9, away - 0.3, away + 0.3, paint.tone('#7a5f45'))
      const plants = Array.from({ length: 9 }, (_, index) =>
        put(
          stage,
          -2.3 + index * 0.5,
          away,
          path(
            'M0 2Q-26 -6 -24 -26Q-8 -22 -2 -8Q-6 -34 2 -40Q10 -32 4 -8Q12 -24 26 -24Q24 -4 0 2Z',
            paint.tone(index % 2 ? '#6fa35a' : '#88b56a')
          )
        )
      )
      return soil + plants.join('')
    })
    const fence = Array.from({ length: 12 }, (_, index) =>
      put(stage, -2.75 + index * 0.44, 4.45, turned(index % 3 ? 2 : -5, rect(-3, -62, 6, 62, paint.tone('#a9855a'))))
    )
    const cord = put(stage, -0.4, 4.45, stroke('M-236 -46Q0 -36 252 -48', paint.tone('#c9a878'), 3))
    return groundFace(stage, -2.7, 2.1, 4.5, 8.4, paint.tone('#94764f')) + rows.join('') + fence.join('') + cord
  }
}

const blockedFireLane: Subject = {
  view: courtyard('lane'),
  draw: stage => {
    const yellow = stage.paint.tone('#e8b93c')
    const stripes = Array.from({ length: 9 }, (_, index) =>
      polygon(
        (
          [
            [-3.6 + index * 0.8, 3.9],
            [-3.44 + index * 0.8, 3.9],
            [-2.64 + index * 0.8, 7],
            [-2.8 + index * 0.8, 7]
          ] as const
        ).map(([x, z]) => stage.camera.project([Math.min(x, 3.6), 0, z])),
        yellow,
        0.92
      )
    )
    const frame = groundFace(stage, -3.6, 3.6, 3.8, 3.93, yellow, 0.95) + groundFace(stage, -3.6, 3.6, 7, 7.13, yellow, 0.95)
    if (!isBefore(stage)) return frame + stripes.join('') + [-3.2, 3.2].map(x => put(stage, x, 7.6, cone(stage.paint))).join('')
    return frame + stripes.join('') + put(stage, 0.2, 5.4, carSide(stage.paint, stage.chance('fire lane').pick(carColours)))
  }
}

const chargingByWire: Subject = {
  view: nearWall,
  draw: stage => {
    const { camera, paint } = stage
    const [one, other] = [stage.chance('charged').pick(scooterColours), '#5f7f9c']
    if (!isBefore(stage))
      return (
        put(stage, 0, 6.1, chargingShelter(paint)) +
        [-1.1, 0.6].map((x, index) => put(stage, x, 5.5, scooter(paint, index ? other : one))).join('')
      )
    const from = camera.project([-0.4, 3.5, WALL_AWAY])
    const to = camera.project([0.2, 0.75, 5.4])
    const wire = (bend: number, colour: string, end: readonly [number, number]) =>
      stroke(
        `M${short(from[0] + bend * 0.1)} ${short(from[1])}C${short(from[0] + bend)} ${short(from[1] + 130)} ${short(end[0] - bend)} ${short(end[1] - 190)} ${short(end[0])} ${short(end[1])}`,
        paint.tone(colour),
        5
      )
    const strip = put(
      stage,
      0.55,
      6.7,
      rect(-28, -150, 56, 15, paint.tone('#f4efe2'), 3) +
        [-18, -4, 10].map(x => rect(x, -146, 7, 7, paint.tone('#4b555a'), 1)).join('') +
        circle(22, -142, 3, paint.glow('#d0543f'))
    )
    const spark = put(stage, 0.55, 6.6, path('M8 -176L-4 -158L5 -158L-3 -140L18 -163L8 -163Z', paint.glow('#f8cf63')))
    return (
      wire(-60, '#c9564a', to) +
      wire(80, '#2b3235', camera.project([0.5, 1.5, 6.7])) +
      wire(30, '#2b3235', camera.project([-1.1, 0.8, 6])) +
      put(stage, -1.3, 6.1, scooter(paint, other), { isMirrored: true }) +
      strip +
      spark +
      put(stage, 0.1, 5.3, scooter(paint, one))
    )
  }
}

const stairwellClutter: Subject = {
  view: stairwell,
  draw: stage => {
    const { paint } = stage
    const random = stage.chance('clutter')
    if (!isBefore(stage)) return put(stage, -1.8, 7.5, plantPot(paint, '#7d8f8a', random))
    return [
      put(stage, -1.3, 7, planks(paint)),
      put(stage, -0.7, 6.6, cupboard(paint, '#a97f50')),
      put(stage, 0.5, 6.2, carton(paint, 70, 60)),
      put(stage, 0.52, 6.2, `<g transform="translate(0 -62)">${carton(paint, 60, 46)}</g>`),
      put(stage, -1.5, 5.6, carton(paint, 76, 54)),
      put(stage, -1.45, 5.6, `<g transform="translate(0 -56)">${carton(paint, 58, 40, true)}</g>`),
      put(stage, 0.6, 5, sharedBike(paint, '#7d8f98')),
      put(stage, -0.6, 4.8, bag(paint, '#50595e', 0.9)),
      put(stage, -1.2, 4.5, bag(paint, '#c96f5b', 0.7))
    ].join('')
  }
}

const builtWithoutLeave: Subject = {
  view: courtyard('lawn'),
  draw: stage =>
    isBefore(stage)
      ? put(stage, -0.4, 6.4, shack(stage.paint))
      : groundFace(stage, -2.4, 1.6, 5.6, 7.4, stage.paint.tone('#9bbf6d'), 0.8) +
        [-1.8, -0.4, 1].map(x => put(stage, x, 6.8, sapling(stage.paint, stage.chance(`sapling ${x}`)))).join('')
}

const brokenPlaster: Subject = {
  view: nearWall,
  draw: stage => {
    const colour = stage.chance('wall').pick(facadeColours)
    const { paint } = stage
    if (!isBefore(stage))
      return (
        panel(stage, frontWall(WALL_AWAY), { ...PLAIN_WALL, low: 0.44, high: 2.9 }, paint.tone(lighter(colour, 0.14)), 0.9) +
        put(stage, 1.3, 6.3, plantPot(paint, '#b9765a', stage.chance('pot')))
      )
    const random = stage.chance('plaster')
    const outline = Array.from({ length: 14 }, (_, index) => {
      const angle = (index / 14) * Math.PI * 2
      return [180 + Math.cos(angle) * random.between(104, 150), -150 + Math.sin(angle) * random.between(62, 96)] as const
    })
    const bricks = Array.from({ length: 7 }, (_, row) =>
      Array.from({ length: 6 }, (__, column) =>
        rect(84 + column * 34 - (row % 2) * 15, -206 + row * 17, 31, 14, paint.tone(random.pick(['#b3694f', '#a85f49', '#bd7a5f'])), 1)
      ).join('')
    )
    const crack = stroke('M286 -196L320 -236L316 -262L348 -300M84 -100L50 -70L58 -46', paint.tone(darker(colour, 0.5)), 4)
    const fallen = Array.from({ length: 15 }, () =>
      put(
        stage,
        random.between(-1, 1.4),
        random.between(5.8, 6.8),
        polygon(
          [
            [-12, 0],
            [-6, -10],
            [9, -8],
            [13, 0]
          ],
          paint.tone(lighter(colour, random.between(0, 0.4)))
        )
      )
    )
    return (
      put(
        stage,
        PLAIN_WALL.from,
        WALL_AWAY,
        polygon(
          outline.map(([x, y]) => [x + 4, y + 5] as const),
          paint.tone(darker(colour, 0.45))
        ) +
          polygon(outline, paint.tone('#8f7a68')) +
          bricks.join('') +
          crack
      ) + fallen.join('')
    )
  }
}

export const greenAndHomeSubjects: Readonly<Record<string, Subject>> = {
  '7001': bareSoil,
  '7002': fallenTree,
  '7003': vegetablePlot,
  '8001': blockedFireLane,
  '8002': chargingByWire,
  '8003': stairwellClutter,
  '8004': builtWithoutLeave,
  '8005': brokenPlaster
}
