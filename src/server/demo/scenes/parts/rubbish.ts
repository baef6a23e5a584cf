import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import type { Paint } from '#server/demo/scenes/parts/paint'
import { circle, ellipse, line, moved, path, polygon, rect, stroke, turned } from '#server/demo/scenes/parts/shapes'
import type { SeededRandom } from '#server/demo/seeded-random'

/** What lies about, in centimetres around the place it lies. */

export function bag(paint: Paint, colour: Colour, size = 1): string {
  const s = (value: number) => (value * size).toFixed(1)
  const fill = paint.gradient([
    [0, paint.tone(lighter(colour, 0.28))],
    [0.5, paint.tone(colour)],
    [1, paint.tone(darker(colour, 0.35))]
  ])
  return [
    path(
      `M${s(-34)} ${s(-2)}C${s(-46)} ${s(-26)} ${s(-30)} ${s(-52)} ${s(-8)} ${s(-58)}L${s(-14)} ${s(-72)}L${s(0)} ${s(-66)}L${s(13)} ${s(-73)}L${s(8)} ${s(-58)}C${s(32)} ${s(-52)} ${s(46)} ${s(-24)} ${s(34)} ${s(-2)}Q0 ${s(6)} ${s(-34)} ${s(-2)}Z`,
      fill
    ),
    stroke(`M${s(-9)} ${s(-57)}L${s(9)} ${s(-57)}`, paint.tone(darker(colour, 0.45)), 4 * size),
    stroke(
      `M${s(-4)} ${s(-50)}Q${s(-18)} ${s(-34)} ${s(-16)} ${s(-12)}M${s(6)} ${s(-50)}Q${s(20)} ${s(-32)} ${s(17)} ${s(-14)}`,
      paint.tone(lighter(colour, 0.38)),
      2 * size,
      0.55
    )
  ].join('')
}

export function carton(paint: Paint, width: number, height: number, isOpen = false): string {
  const side = width * 0.28
  const top = height * 0.22
  const lid = isOpen
    ? polygon(
        [
          [-width / 2, -height],
          [-width / 2 - 13, -height - 15],
          [-2, -height - 12],
          [0, -height]
        ],
        paint.tone('#d8b180')
      ) +
      polygon(
        [
          [0, -height],
          [6, -height - 15],
          [width / 2 + 9, -height - 12],
          [width / 2, -height]
        ],
        paint.tone('#c49a67')
      )
    : polygon(
        [
          [-width / 2, -height],
          [width / 2, -height],
          [width / 2 + side, -height - top],
          [-width / 2 + side, -height - top]
        ],
        paint.tone('#dcb98a')
      )
  return (
    polygon(
      [
        [width / 2, 0],
        [width / 2 + side, -top],
        [width / 2 + side, -height - top],
        [width / 2, -height]
      ],
      paint.tone('#9c7548')
    ) +
    rect(-width / 2, -height, width, height, paint.fall(paint.tone('#cda371'), paint.tone('#b58a58'))) +
    rect(-4, -height, 8, height * 0.4, paint.tone('#e4cb9f'), 0, 0.8) +
    lid
  )
}

const bottle = (paint: Paint, colour: Colour) =>
  rect(-13, -8, 22, 8, paint.fall(paint.tone(lighter(colour, 0.5)), paint.tone(colour)), 3) +
  rect(9, -6, 6, 4, paint.tone(lighter(colour, 0.6)), 1) +
  rect(-8, -8, 9, 8, paint.tone('#f4efe2'), 0, 0.7)
const paper = (paint: Paint) =>
  polygon(
    [
      [-12, -1],
      [-4, -9],
      [11, -7],
      [13, 0],
      [2, 2]
    ],
    paint.tone('#f3efe4')
  ) + line([-4, -4], [8, -4], paint.tone('#bdb8a8'), 1)
const peel = (paint: Paint) => path('M-10 0Q-4 -9 4 -6Q12 -5 11 1Q2 -3 -10 0Z', paint.tone('#d9a441'))
const cup = (paint: Paint) =>
  polygon(
    [
      [-6, 0],
      [-8, -16],
      [8, -16],
      [6, 0]
    ],
    paint.tone('#e9e2d2')
  ) + rect(-9, -19, 18, 4, paint.tone('#4a8f72'), 1)
const can = (paint: Paint) => rect(-11, -9, 20, 9, paint.body('#c0695a'), 2) + ellipse(9, -4.5, 2.4, 4.4, paint.tone('#d6d6d0'))

/** One light thing somebody dropped. */
export function scrap(paint: Paint, random: SeededRandom): string {
  const kind = random.pick([bottle, paper, peel, cup, can, paper])
  return turned(random.between(-30, 30), kind(paint, random.pick(['#7fb3a0', '#8fb4c9', '#a9c48a'])))
}

/** A heap of bags and boxes, back row first; about `width` centimetres wide. */
export function heap(paint: Paint, random: SeededRandom, width: number): string {
  const colours = ['#3d464c', '#50595e', '#e4e6e1', '#6a9a86', '#c96f5b', '#7d97a8', '#3d464c']
  const back = Array.from({ length: 4 }, (_, index) =>
    moved(-width * 0.3 + index * width * 0.2, -34, bag(paint, random.pick(colours), random.between(0.9, 1.25)))
  )
  const boxes = moved(-width * 0.38, -4, carton(paint, 64, 44, true)) + moved(width * 0.3, -8, turned(-7, carton(paint, 54, 36)))
  const front = Array.from({ length: 5 }, (_, index) =>
    moved(
      -width * 0.42 + index * width * 0.2 + random.between(-8, 8),
      random.between(2, 14),
      bag(paint, random.pick(colours), random.between(0.75, 1.15))
    )
  )
  const spilled = Array.from({ length: 12 }, () =>
    moved(random.between(-width * 0.62, width * 0.62), random.between(12, 42), scrap(paint, random))
  )
  const leak = ellipse(width * 0.12, 26, width * 0.42, 13, paint.tone('#5f5a45'), 0.35)
  return [ellipse(0, 8, width * 0.62, 22, paint.mood.shadow, 0.28), leak, ...back, boxes, ...front, ...spilled].join('')
}

/** Broken bricks, slabs and sacks. */
export function rubble(paint: Paint, random: SeededRandom, width: number): string {
  const mound = path(
    `M${-width * 0.55} 6Q${-width * 0.36} -46 ${-width * 0.1} -62Q${width * 0.12} -86 ${width * 0.28} -44Q${width * 0.46} -30 ${width * 0.56} 8Z`,
    paint.fall(paint.tone('#c3b8a4'), paint.tone('#8b8070'))
  )
  const stones = Array.from({ length: 46 }, () => {
    const share = random.between(-0.5, 0.5)
    const top = -70 * (1 - Math.pow(Math.abs(share) * 2, 1.5))
    const size = random.between(6, 15)
    const shade = random.pick(['#b3694f', '#a85f49', '#cfc6b4', '#9d9588', '#e2dccd', '#7d766b'])
    const block =
      polygon(
        [
          [-size, 0],
          [-size * 0.8, -size * 0.8],
          [size * 0.7, -size],
          [size, -size * 0.1]
        ],
        paint.tone(shade)
      ) +
      polygon(
        [
          [-size * 0.8, -size * 0.8],
          [size * 0.7, -size],
          [size * 0.9, -size * 1.2],
          [-size * 0.5, -size * 1.1]
        ],
        paint.tone(lighter(shade, 0.3))
      )
    return { y: random.between(top, 14), drawn: (y: number) => moved(share * width, y, turned(random.between(-30, 30), block)) }
  }).sort((one, other) => one.y - other.y)
  const sack =
    path('M-34 0Q-42 -20 -30 -34L28 -36Q42 -20 34 0Z', paint.fall(paint.tone('#e6dfcd'), paint.tone('#b8ad95'))) +
    line([-20, -18], [20, -18], paint.tone('#4a8f72'), 5)
  const board = turned(-26, rect(-70, -8, 150, 8, paint.tone('#b98a55')) + rect(-70, -8, 150, 2.4, paint.tone('#ddb583')), 0, 0)
  return [
    ellipse(0, 8, width * 0.62, 20, paint.mood.shadow, 0.3),
    mound,
    ...stones.map(stone => stone.drawn(stone.y)),
    moved(width * 0.36, -34, board),
    moved(-width * 0.42, 12, sack),
    moved(-width * 0.24, 22, sack)
  ].join('')
}

/** A low heap of fallen leaves. */
export function leafHeap(paint: Paint, random: SeededRandom, width: number): string {
  const leaves = Array.from({ length: 90 }, () => {
    const share = random.between(-0.5, 0.5)
    const y = random.between(-46 * (1 - Math.pow(Math.abs(share) * 2, 2)), 8)
    const shade = random.pick(['#c98d3c', '#a8692f', '#d9b05a', '#8a6a34', '#b5793a'])
    return turned(random.between(0, 180), ellipse(share * width, y, 8, 4, paint.tone(shade)), share * width, y)
  })
  return (
    ellipse(0, 4, width * 0.56, 13, paint.mood.shadow, 0.3) +
    path(`M${-width / 2} 6Q0 -92 ${width / 2} 6Z`, paint.tone('#8f6230')) +
    leaves.join('')
  )
}

export function smoke(paint: Paint, random: SeededRandom, height: number, colour: Colour = '#9aa3a6'): string {
  const fill = paint.radial([
    [0, paint.tone(colour), 0.62],
    [0.6, paint.tone(colour), 0.34],
    [1, paint.tone(colour), 0]
  ])
  return Array.from({ length: 15 }, (_, index) => {
    const share = index / 15
    return circle(share * height * 0.34 + random.between(-18, 18) * (1 + share), -20 - share * height, 26 + share * 86, fill)
  }).join('')
}
