import { hole, newPaving } from '#server/demo/scenes/parts/ground-damage'
import { softGlow } from '#server/demo/scenes/parts/ground'
import { plantPot } from '#server/demo/scenes/parts/household'
import { figureAt, person } from '#server/demo/scenes/parts/people'
import { carton, rubble } from '#server/demo/scenes/parts/rubbish'
import { litter } from '#server/demo/scenes/parts/scatter'
import { circle, polygon, rect, turned } from '#server/demo/scenes/parts/shapes'
import { face, put, type Stage } from '#server/demo/scenes/parts/stage'
import { barrier, cone } from '#server/demo/scenes/parts/street-furniture'
import { digger, lightMast, soundArcs } from '#server/demo/scenes/parts/structures'
import { shrub } from '#server/demo/scenes/parts/trees'
import { acrossStreet } from '#server/demo/scenes/views/across-street'
import { alongStreet } from '#server/demo/scenes/views/along-street'
import { buildingSite, hoarding, HOARDING_AT } from '#server/demo/scenes/views/building-site'
import { serviceHall } from '#server/demo/scenes/views/indoors'
import type { Subject } from '#server/demo/scenes/subjects/subject'

const isBefore = (stage: Stage) => stage.phase === 'before'

const brokenHoarding: Subject = {
  view: buildingSite,
  draw: stage => {
    const { paint, camera } = stage
    if (!isBefore(stage)) {
      const mist = [4.5, 7.5, 10.5].map(away =>
        softGlow(stage, ...camera.project([HOARDING_AT + 0.5, 2.7, away]), 700 / away, '#ffffff', 0.5)
      )
      return hoarding(stage, () => true) + mist.join('')
    }
    const dust = [
      [-1.6, 5.2, 300],
      [-0.6, 7, 240],
      [-2, 9, 220]
    ].map(([x = 0, away = 6, radius = 200]) => softGlow(stage, ...camera.project([x, 0.7, away]), radius, paint.tone('#c9b48f'), 0.75))
    const fallen =
      face(
        stage,
        [
          [HOARDING_AT + 0.1, 0.02, 4.4],
          [HOARDING_AT + 2.2, 0.02, 4.9],
          [HOARDING_AT + 2, 0.05, 7],
          [HOARDING_AT, 0.05, 6.9]
        ],
        paint.tone('#5b9c80')
      ) +
      [0.5, 1, 1.5]
        .map(shift =>
          face(
            stage,
            [
              [HOARDING_AT + 0.1 + shift, 0.04, 4.5],
              [HOARDING_AT + 0.16 + shift, 0.04, 4.5],
              [HOARDING_AT + 0.1 + shift, 0.05, 6.9],
              [HOARDING_AT + 0.04 + shift, 0.05, 6.9]
            ],
            paint.tone('#3f7a63')
          )
        )
        .join('')
    const heap = put(stage, HOARDING_AT - 0.5, 6.4, rubble(paint, stage.chance('site rubble'), 220))
    return (
      heap +
      hoarding(stage, index => index !== 1 && index !== 3) +
      fallen +
      put(stage, -1, 4.3, rubble(paint, stage.chance('spilled'), 120)) +
      dust.join('')
    )
  }
}

const unmarkedWorks: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'shops' }),
  draw: stage => {
    if (!isBefore(stage)) return newPaving(stage, 0.2, 4.9)
    const spoil = put(stage, 1.2, 6.4, rubble(stage.paint, stage.chance('spoil'), 200))
    const pipe = put(
      stage,
      0,
      4.9,
      rect(-110, -12, 220, 22, stage.paint.fall(stage.paint.tone('#8d989b'), stage.paint.tone('#56626a')), 10)
    )
    const shovel = put(
      stage,
      1.5,
      5.6,
      turned(
        22,
        rect(-3, -130, 6, 110, stage.paint.tone('#a97f50'), 2) +
          polygon(
            [
              [-14, -22],
              [14, -22],
              [10, 6],
              [0, 12],
              [-10, 6]
            ],
            stage.paint.tone('#7d868a')
          )
      )
    )
    return (
      hole(stage, 'trench', 0, 4.9, 1.05, '#b5a58a', '#5f4f3d') +
      pipe +
      spoil +
      shovel +
      litter(stage, 3, { left: -1.4, right: 1, near: 3.6, far: 4 })
    )
  }
}

const nightWorks: Subject = {
  view: buildingSite,
  isNight: true,
  draw: stage => {
    const { camera, paint } = stage
    if (!isBefore(stage)) return hoarding(stage, () => true)
    const [x, y] = camera.project([-4.4, 4.3, 9])
    const machine = put(stage, -3.9, 8.2, `<g transform="translate(0 -120)">${digger(paint)}</g>`)
    const arcs = put(stage, -1.4, 7.6, `<g transform="translate(0 -250) scale(1.9)">${soundArcs(paint, 1)}</g>`)
    return (
      machine +
      put(stage, -4.4, 9, lightMast(paint, true)) +
      softGlow(stage, x, y, 380, '#fff1c4', 0.9) +
      hoarding(stage, () => true) +
      arcs +
      [2.2, 1.2, 0.2].map((shift, index) => circle(x + 160 + shift * 60, y + 170 - index * 26, 4, '#fff1c4', 0.5)).join('')
    )
  }
}

const longQueue: Subject = {
  view: serviceHall,
  draw: stage => {
    const queue = isBefore(stage)
      ? ([
          [-0.95, 6.1],
          [-0.45, 5.7],
          [0.1, 5.3],
          [0.7, 4.9],
          [1.25, 4.5]
        ] as const)
      : ([
          [-2.6, 6.1],
          [-0.9, 6.1],
          [1, 6.1]
        ] as const)
    return (
      queue.map(([x, away], index) => put(stage, x, away, person(stage.paint, { ...figureAt(index), isStriding: false }))).join('') +
      (isBefore(stage) ? '' : [-3.3, 3.3].map(x => put(stage, x, 6, plantPot(stage.paint, '#7d8f8a', stage.chance(`pot ${x}`)))).join(''))
    )
  }
}

/** For whatever has no picture of its own: something is in the way at a corner, and then it is not. */
export const anythingElse: Subject = {
  view: acrossStreet({ groundFloor: 'shops' }),
  draw: stage => {
    if (!isBefore(stage))
      return [-2, 2].map(x => shrub(stage, x, 6.2, 0.8)).join('') + put(stage, 0.8, 5.6, person(stage.paint, figureAt(0)))
    return (
      put(stage, 0.4, 5.4, barrier(stage.paint)) +
      put(stage, -1.4, 5, turned(78, cone(stage.paint), 0, -10)) +
      put(stage, 1.7, 4.8, carton(stage.paint, 66, 46, true)) +
      litter(stage, 8, { left: -1.6, right: 2, near: 3.8, far: 4.9 })
    )
  }
}

export const otherSubjects: Readonly<Record<string, Subject>> = {
  '9001': brokenHoarding,
  '9002': unmarkedWorks,
  '9003': nightWorks,
  '9901': longQueue,
  '9999': anythingElse
}
