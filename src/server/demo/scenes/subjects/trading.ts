import { grill, plantPot, stall } from '#server/demo/scenes/parts/household'
import { figureAt, person } from '#server/demo/scenes/parts/people'
import { carton, smoke } from '#server/demo/scenes/parts/rubbish'
import { litter, scatter } from '#server/demo/scenes/parts/scatter'
import { circle, line, polygon, rect, turned } from '#server/demo/scenes/parts/shapes'
import { put, type Stage } from '#server/demo/scenes/parts/stage'
import { frontWall, panel } from '#server/demo/scenes/parts/walls'
import { acrossStreet } from '#server/demo/scenes/views/across-street'
import { alongStreet } from '#server/demo/scenes/views/along-street'
import { nearWall } from '#server/demo/scenes/views/near-wall'
import { park } from '#server/demo/scenes/views/park'
import type { Subject } from '#server/demo/scenes/subjects/subject'

const isBefore = (stage: Stage) => stage.phase === 'before'
const walker = (stage: Stage, index: number, isStriding = true) => person(stage.paint, { ...figureAt(index), isStriding })

const stallsOnTheFootway: Subject = {
  view: acrossStreet({ groundFloor: 'shops' }),
  draw: stage => {
    const random = stage.chance('stalls')
    if (!isBefore(stage)) return put(stage, -1.2, 5.8, walker(stage, 2)) + put(stage, 1.4, 5.2, walker(stage, 1), { isMirrored: true })
    return [
      put(stage, 2.7, 6.5, stall(stage.paint, random, '#dca03c')),
      put(stage, -1.5, 5.9, stall(stage.paint, random, '#2f8f6f')),
      put(stage, 1.1, 5.6, walker(stage, 3, false)),
      put(stage, 1.8, 4.8, carton(stage.paint, 64, 42, true)),
      put(stage, -2.4, 4.9, carton(stage.paint, 58, 40, true)),
      litter(stage, 10, { left: -2.2, right: 2.2, near: 4, far: 5.2 })
    ].join('')
  }
}

const goodsOutside: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'shops' }),
  draw: stage => {
    if (!isBefore(stage)) return put(stage, -2.9, 7.2, plantPot(stage.paint, '#b9765a', stage.chance('pot')))
    const random = stage.chance('goods')
    const crate = (colour: string) =>
      Array.from({ length: 12 }, (_, index) =>
        circle(-24 + (index % 4) * 16, -42 - Math.floor(index / 4) * 7, 9, stage.paint.tone(colour))
      ).join('') +
      rect(-34, -40, 68, 40, stage.paint.fall(stage.paint.tone('#c39a66'), stage.paint.tone('#a0784a')), 3) +
      line([-33, -20], [33, -20], stage.paint.tone('#84613a'), 3)
    const colours = ['#d98a3d', '#7fa94f', '#c95f4b', '#e3c04e', '#8a5f9a']
    const rows = [8.4, 7.4, 6.4, 5.5, 4.7].flatMap(away =>
      [-2.5, -1.75, -1].map(x => put(stage, x + random.between(-0.06, 0.06), away, crate(random.pick(colours))))
    )
    return rows.join('') + put(stage, -0.2, 6, walker(stage, 4, false))
  }
}

const grillSmoke: Subject = {
  view: nearWall,
  draw: stage => {
    const { paint } = stage
    const stool =
      rect(-16, -44, 32, 6, paint.tone('#4a8f72'), 3) +
      line([-12, -40], [-15, 0], paint.tone('#3a6f5a'), 4) +
      line([12, -40], [15, 0], paint.tone('#3a6f5a'), 4)
    const hood =
      panel(stage, frontWall(7), { from: -0.3, to: 0.1, low: 1.9, high: 6 }, paint.tone('#b9c0c2')) +
      panel(stage, frontWall(7), { from: -0.65, to: 0.45, low: 1.5, high: 1.95 }, paint.tone('#cfd5d5'))
    if (!isBefore(stage)) return hood + put(stage, -1.4, 6.3, plantPot(paint, '#7d8f8a', stage.chance('pot')))
    const soot = panel(
      stage,
      frontWall(7),
      { from: -0.9, to: 1.1, low: 0.9, high: 3.6 },
      paint.gradient([
        [0, '#3a3532', 0.02],
        [1, '#3a3532', 0.34]
      ])
    )
    return (
      soot +
      put(stage, 0.1, 5.8, grill(paint) + smoke(paint, stage.chance('smoke'), 300, '#b9bfc0')) +
      [1.3, 1.8].map(x => put(stage, x, 5.4, stool)).join('') +
      put(stage, -1.1, 5.6, walker(stage, 0, false)) +
      litter(stage, 8, { left: -1.5, right: 1.7, near: 4.4, far: 5.2 })
    )
  }
}

const leaflet = (paint: Stage['paint']) =>
  turned(
    -6,
    polygon(
      [
        [-17, 0],
        [-11, -15],
        [16, -14],
        [11, 2]
      ],
      paint.tone('#f4efe2')
    ) +
      polygon(
        [
          [-11, -9],
          [-8, -14],
          [12, -13],
          [9, -8]
        ],
        paint.tone('#dca03c')
      ) +
      line([-11, -5], [6, -5], paint.tone('#8d989b'), 1.6)
  )

const scatteredLeaflets: Subject = {
  view: park('square'),
  draw: stage =>
    isBefore(stage)
      ? scatter(stage, 'leaflets', 46, { left: -3, right: 3, near: 3.3, far: 8 }, leaflet)
      : put(stage, 1.2, 6.4, walker(stage, 1))
}

export const tradingSubjects: Readonly<Record<string, Subject>> = {
  '4001': stallsOnTheFootway,
  '4002': goodsOutside,
  '4003': grillSmoke,
  '4004': scatteredLeaflets
}
