import { softGlow } from '#server/demo/scenes/parts/ground'
import { plantPot } from '#server/demo/scenes/parts/household'
import { dog, figureAt, person } from '#server/demo/scenes/parts/people'
import { bag, carton, scrap, smoke } from '#server/demo/scenes/parts/rubbish'
import { litter, scatter } from '#server/demo/scenes/parts/scatter'
import { circle, ellipse, line, path, polygon, rect, ring, stroke, turned } from '#server/demo/scenes/parts/shapes'
import { groundDisc, put, type Stage } from '#server/demo/scenes/parts/stage'
import { bench } from '#server/demo/scenes/parts/street-furniture'
import { loudspeaker, soundArcs } from '#server/demo/scenes/parts/structures'
import { flowers } from '#server/demo/scenes/parts/trees'
import { carSide } from '#server/demo/scenes/parts/vehicles'
import { frontWall, panel } from '#server/demo/scenes/parts/walls'
import { acrossStreet } from '#server/demo/scenes/views/across-street'
import { alongStreet } from '#server/demo/scenes/views/along-street'
import { courtyard } from '#server/demo/scenes/views/courtyard'
import { stairwell } from '#server/demo/scenes/views/indoors'
import { park } from '#server/demo/scenes/views/park'
import type { Subject } from '#server/demo/scenes/subjects/subject'

const isBefore = (stage: Stage) => stage.phase === 'before'
const walker = (stage: Stage, index: number, isStriding = true) => person(stage.paint, { ...figureAt(index), isStriding })

const ashPost = (stage: Stage) =>
  rect(-9, -92, 18, 92, stage.paint.body('#8d989b'), 5) +
  rect(-13, -98, 26, 10, stage.paint.tone('#5a6367'), 4) +
  rect(-9, -60, 18, 12, stage.paint.tone('#4a8f72'))
const butt = (paint: Stage['paint']) =>
  rect(-9, -4, 12, 4, paint.tone('#f4efe2'), 2) +
  rect(2, -4, 7, 4, paint.tone('#d08c4a'), 2) +
  ellipse(-11, -2, 3, 2, paint.tone('#6c7276'))

const cigaretteEnds: Subject = {
  view: park('square'),
  draw: stage => {
    const seat = put(stage, -0.9, 5.4, bench(stage.paint, false))
    if (!isBefore(stage)) return seat + put(stage, 0.6, 5.3, ashPost(stage))
    return (
      seat +
      scatter(stage, 'butts', 34, { left: -2, right: 2, near: 3.3, far: 5.3 }, butt) +
      litter(stage, 9, { left: -2, right: 1.8, near: 3.6, far: 5.2 })
    )
  }
}

const spitting: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'shops' }),
  draw: stage => {
    if (!isBefore(stage)) return ''
    const random = stage.chance('spots')
    return Array.from({ length: 13 }, () => {
      const [x, away, size] = [random.between(-1, 1.6), random.between(3.2, 7), random.between(0.06, 0.13)]
      const drops = [0.1, -0.14, 0.2]
        .map(shift => groundDisc(stage, x + shift, away + random.between(-0.12, 0.12), size * 0.3, stage.paint.tone('#6f7469'), 0.6))
        .join('')
      return (
        groundDisc(stage, x, away, size, stage.paint.tone('#6f7469'), 0.6) +
        groundDisc(stage, x - 0.02, away + 0.02, size * 0.5, '#e8ece4', 0.6) +
        drops
      )
    }).join('')
  }
}

const thrownFromTheCar: Subject = {
  view: acrossStreet({ groundFloor: 'homes', hasTraffic: false }),
  draw: stage => {
    const car = put(stage, isBefore(stage) ? 1.6 : 2.4, 9.6, carSide(stage.paint, '#8fa58a'))
    if (!isBefore(stage)) return car
    const random = stage.chance('thrown')
    const flying = [
      [-0.9, 1, 9.4],
      [-1.5, 0.75, 9.2],
      [-2.1, 0.4, 9]
    ].map(([x = 0, up = 0, away = 9]) => put(stage, x, away, `<g transform="scale(1.5)">${scrap(stage.paint, random)}</g>`, { up }))
    return (
      car +
      flying.join('') +
      put(stage, -2.9, 8.7, bag(stage.paint, '#e4e6e1', 0.7)) +
      litter(stage, 12, { left: -4, right: 0.4, near: 7.6, far: 9 })
    )
  }
}

const dogOffTheLead: Subject = {
  view: park('square'),
  draw: stage => {
    const owner = put(stage, -1.3, 5.6, walker(stage, 1))
    const animal = dog(stage.paint, stage.chance('dog').pick(['#c39a66', '#7d6a58', '#e0d6c4']))
    if (isBefore(stage)) return owner + put(stage, 1.1, 4.4, `<g transform="scale(1.15)">${animal}</g>`)
    const lead = stroke('M24 -82Q70 -40 128 -52', stage.paint.tone('#2f8f6f'), 4)
    return owner + put(stage, -1.3, 5.6, lead + `<g transform="translate(98 0)">${animal}</g>`)
  }
}

const noSmoking = ({ paint }: Stage) =>
  rect(-34, -34, 68, 68, paint.tone('#f7f4ea'), 6) +
  ring(0, 0, 24, paint.tone('#b9604c'), 6) +
  rect(-14, -3, 22, 6, paint.tone('#4b555a'), 1) +
  rect(9, -3, 5, 6, paint.tone('#d08c4a'), 1) +
  line([-16, -16], [16, 16], paint.tone('#b9604c'), 5)

const smokingIndoors: Subject = {
  view: stairwell,
  draw: stage => {
    if (!isBefore(stage)) return put(stage, 0.15, 8.1, noSmoking(stage), { up: 1.9 })
    return (
      scatter(stage, 'butts', 26, { left: -1.2, right: 1.5, near: 3.6, far: 6 }, butt) +
      put(
        stage,
        -0.6,
        5.4,
        carton(stage.paint, 40, 26, true) + [-8, 4, 12].map(x => rect(x, -34, 4, 12, stage.paint.tone('#f4efe2'), 1)).join('')
      ) +
      put(stage, -0.5, 5.4, `<g transform="scale(.62)">${smoke(stage.paint, stage.chance('smoke'), 220, '#dcdcd6')}</g>`)
    )
  }
}

const thrownFromAbove: Subject = {
  view: courtyard('lane'),
  draw: stage => {
    const { paint } = stage
    if (!isBefore(stage)) {
      const net =
        panel(stage, frontWall(15), { from: -5.5, to: 5.5, low: 2.55, high: 2.75 }, paint.tone('#4a8f72')) +
        [-5.4, -1.8, 1.8, 5.4]
          .map(x => panel(stage, frontWall(15), { from: x - 0.06, to: x + 0.06, low: 0, high: 2.7 }, paint.tone('#6b777b')))
          .join('')
      return net + put(stage, 1.2, 6, walker(stage, 2))
    }
    const shards = scatter(stage, 'shards', 18, { left: -0.9, right: 1, near: 4.3, far: 5.7 }, (ink, random) =>
      polygon(
        [
          [-10, 0],
          [random.between(-6, 4), -16],
          [12, -4]
        ],
        ink.tone(random.pick(['#b9765a', '#a0634a', '#c98d70']))
      )
    )
    const falling =
      put(stage, 0.4, 7, turned(38, plantPot(paint, '#b9765a', stage.chance('pot'))), { up: 2.7 }) +
      put(stage, 0.4, 7, [-14, 4, 22].map(x => line([x, -330], [x, -270], paint.tone('#f4efe2'), 3, 0.7)).join(''))
    const soil = groundDisc(stage, 0.1, 5, 0.5, paint.tone('#6b543e'), 0.8)
    return (
      soil +
      put(stage, 0.1, 5.1, path('M-10 0Q-30 -26 -36 -42Q-8 -34 0 -6Q10 -36 34 -38Q24 -16 10 2Z', paint.tone('#6a9656'))) +
      shards +
      falling
    )
  }
}

const trampledFlowers: Subject = {
  view: park('lawn'),
  draw: stage => {
    const bed =
      groundDisc(stage, 0, 5.4, 1.7, stage.paint.tone('#7d6247'), 0.9) + groundDisc(stage, 0, 5.4, 1.6, stage.paint.tone('#8d7050'))
    if (!isBefore(stage)) return bed + flowers(stage, -1.4, 1.4, 4.3, 6.6, 90)
    const flat = scatter(stage, 'flat flowers', 34, { left: -1.4, right: 1.4, near: 4.2, far: 6.6 }, (ink, random) =>
      turned(
        random.between(-20, 20),
        stroke('M0 0Q14 -6 34 -3', ink.tone('#7a9a5a'), 3) + circle(36, -4, 5.5, ink.tone(random.pick(['#d9a98a', '#d9c48a', '#c99aa8'])))
      )
    )
    const prints = [
      [-0.7, 4.6],
      [-0.35, 5],
      [0.1, 5.3],
      [0.4, 5.8]
    ]
      .map(([x = 0, z = 5]) => groundDisc(stage, x, z, 0.11, stage.paint.tone('#5f4a35'), 0.8))
      .join('')
    return bed + flat + prints + litter(stage, 4, { left: -1.4, right: 1.4, near: 4.2, far: 6 })
  }
}

const loudSquare: Subject = {
  view: park('square'),
  draw: stage => {
    const dancers = [
      [-2.3, 7.6, 0],
      [-0.9, 7.8, 1],
      [0.6, 7.6, 2],
      [-1.7, 6.4, 3],
      [-0.2, 6.5, 4]
    ] as const
    const people = dancers.slice(0, isBefore(stage) ? 5 : 3).map(([x, away, index]) => put(stage, x, away, walker(stage, index, false)))
    if (!isBefore(stage)) return people.join('') + put(stage, 2, 6.8, `<g transform="scale(.55)">${loudspeaker(stage.paint)}</g>`)
    const [x, y] = stage.camera.project([1.7, 1.3, 5.4])
    return (
      people.join('') +
      softGlow(stage, x, y, 150, '#f5c15c', 0.3) +
      put(
        stage,
        1.7,
        5.4,
        loudspeaker(stage.paint) +
          `<g transform="translate(-26 -120) scale(-1.5 1.5)">${soundArcs(stage.paint, 1)}</g><g transform="translate(26 -120) scale(1.5)">${soundArcs(stage.paint, 1)}</g>`
      )
    )
  }
}

export const conductSubjects: Readonly<Record<string, Subject>> = {
  '5001': cigaretteEnds,
  '5002': spitting,
  '5003': thrownFromTheCar,
  '5004': dogOffTheLead,
  '5005': smokingIndoors,
  '5006': thrownFromAbove,
  '5007': trampledFlowers,
  '5008': loudSquare
}
