import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import type { Paint } from '#server/demo/scenes/parts/paint'
import { circle, ellipse, line, path, polygon, rect, stroke, turned } from '#server/demo/scenes/parts/shapes'
import type { SeededRandom } from '#server/demo/seeded-random'

/** Things people put up, in centimetres around their foot. */

/** A board on two posts with a landscape on it; old ones are pale and torn. */
export function billboard(paint: Paint, isWorn: boolean): string {
  const pale = (colour: Colour) => paint.tone(isWorn ? lighter(darker(colour, 0.05), 0.58) : colour)
  const posts = [-118, 118].map(x => rect(x - 6, -250, 12, 250, paint.body('#6b777b'), 2)).join('')
  const scene = [
    rect(-140, -240, 280, 150, pale('#a9d3dd'), 4),
    circle(70, -204, 20, pale('#f3c960')),
    path('M-140 -150Q-70 -214 0 -160Q60 -206 140 -146L140 -90L-140 -90Z', pale('#6ba27a')),
    path('M-140 -122Q-30 -168 60 -122Q100 -138 140 -120L140 -90L-140 -90Z', pale('#4a8f6a')),
    ...[-96, -70, 96].map((x, index) => rect(x - 3, -136, 6, 24, pale('#7a5f45')) + circle(x, -146, 15 + (index % 2) * 4, pale('#3d7f5c'))),
    path('M-12 -104L-12 -132L6 -146L24 -132L24 -104Z', pale('#f4ecd8')) + path('M-18 -130L6 -150L30 -130Z', pale('#c9745f'))
  ]
  const tears = isWorn
    ? [
        path('M-140 -240L-84 -240L-96 -220L-78 -204L-104 -190L-110 -168L-140 -160Z', paint.tone('#d9d4c8')),
        path('M-110 -168Q-92 -176 -84 -196L-70 -178Q-84 -160 -110 -168Z', paint.tone('#f6f2e8')),
        path('M140 -90L140 -134L118 -120L124 -104L100 -90Z', paint.tone('#cfcabd')),
        ...[-40, 10, 52, 90].map((x, index) => stroke(`M${x} -240L${x + 4} ${-196 + (index % 2) * 30}`, paint.tone('#a58f6d'), 3, 0.35))
      ]
    : []
  const frame = `<rect x="-146" y="-246" width="292" height="162" rx="5" fill="none" stroke="${paint.tone('#58656a')}" stroke-width="9"/>`
  return ellipse(0, 0, 150, 8, paint.mood.shadow, 0.25) + posts + scene.join('') + tears.join('') + frame
}

/** A tin hut somebody put up. */
export function shack(paint: Paint): string {
  const ribs = Array.from({ length: 15 }, (_, index) => line([-165 + index * 23, -186], [-165 + index * 23, -4], paint.tone('#5b86a0'), 2))
  const roofRibs = Array.from({ length: 13 }, (_, index) =>
    line([-176 + index * 30, -222 + index * 1.4], [-196 + index * 32, -184], paint.tone('#8f4a3c'), 2)
  )
  return [
    ellipse(10, 0, 210, 14, paint.mood.shadow, 0.35),
    rect(-172, -190, 344, 190, paint.fall(paint.tone('#8fb3c4'), paint.tone('#6690a5'))),
    ...ribs,
    polygon(
      [
        [-200, -182],
        [204, -182],
        [186, -224],
        [-180, -226]
      ],
      paint.fall(paint.tone('#c06a55'), paint.tone('#9c5242'))
    ),
    ...roofRibs,
    rect(-130, -140, 74, 140, paint.tone('#7a6248'), 2),
    rect(-122, -132, 58, 124, paint.tone('#8d7254'), 2),
    circle(-70, -70, 3.4, paint.tone('#e4d2a0')),
    rect(20, -136, 100, 66, paint.tone('#f1ead9'), 2),
    rect(26, -130, 88, 54, paint.fall(paint.tone('#7f99a3'), paint.tone('#546c76')), 1),
    line([70, -130], [70, -76], paint.tone('#f1ead9'), 4),
    turned(-8, rect(96, -8, 90, 8, paint.tone('#b98a55')), 96, 0),
    rect(150, -40, 42, 40, paint.tone('#a97f50'), 1)
  ].join('')
}

/** A roof on posts with charging points under it. */
export function chargingShelter(paint: Paint): string {
  const points = [-120, -40, 40, 120].map(
    x =>
      rect(x - 11, -128, 22, 34, paint.body('#2f8f6f'), 4) +
      circle(x, -116, 4.5, paint.glow('#bff0d8')) +
      path(`M${x - 3} -108L${x + 3} -108L${x} -101L${x + 5} -101L${x - 4} -90L${x - 1} -98L${x - 5} -98Z`, paint.tone('#f5e3a6')) +
      stroke(`M${x} -94Q${x + 16} -66 ${x + 26} -60`, paint.tone('#2b3235'), 3)
  )
  return [
    ellipse(0, 0, 220, 12, paint.mood.shadow, 0.3),
    rect(-186, -140, 372, 60, paint.tone('#d9d4c6'), 3, 0.55),
    ...[-186, 0, 186].map(x => rect(x - 5, -236, 10, 236, paint.body('#6b777b'))),
    path('M-214 -232Q0 -276 214 -232L214 -222L-214 -222Z', paint.fall(paint.tone('#7fb8a0'), paint.tone('#4a8f72'))),
    rect(-190, -142, 380, 8, paint.tone('#8d989b'), 2),
    ...points
  ].join('')
}

/** A loudspeaker on a stand. */
export const loudspeaker = (paint: Paint): string =>
  rect(-4, -90, 8, 90, paint.tone('#4b555a')) +
  stroke('M-26 0L0 -34L26 0', paint.tone('#4b555a'), 5) +
  rect(-30, -168, 60, 86, paint.body('#3a4347'), 6) +
  circle(0, -112, 21, paint.tone('#222a2e')) +
  circle(0, -112, 11, paint.tone('#596468')) +
  circle(0, -148, 11, paint.tone('#222a2e'))

/** Sound, as arcs that widen to the right of (0, 0). */
export const soundArcs = (paint: Paint, size: number): string =>
  [1, 1.7, 2.4]
    .map((step, index) =>
      stroke(
        `M${(14 * step * size).toFixed(0)} ${(-18 * step * size).toFixed(0)}Q${(26 * step * size).toFixed(0)} 0 ${(14 * step * size).toFixed(0)} ${(18 * step * size).toFixed(0)}`,
        paint.glow('#f0b23a'),
        7,
        0.9 - index * 0.22
      )
    )
    .join('')

/** A digger, at rest or at work. */
export function digger(paint: Paint): string {
  const amber = paint.fall(paint.tone('#f0bb4d'), paint.tone('#c98d2c'))
  return [
    ellipse(0, 0, 150, 10, paint.mood.shadow, 0.4),
    rect(-110, -44, 190, 44, paint.tone('#2e373b'), 22),
    ...[-86, -48, -12, 24, 56].map(x => circle(x, -22, 14, paint.tone('#566166'))),
    rect(-100, -108, 150, 62, amber, 8),
    path('M-20 -108L-14 -172L44 -172L52 -108Z', amber),
    path('M-8 -114L-4 -162L36 -162L42 -114Z', paint.glow('#ffe6a8')),
    path('M40 -120Q110 -250 170 -214L160 -196Q118 -214 62 -104Z', amber),
    path('M156 -216L196 -96L182 -92L146 -202Z', amber),
    path('M170 -98L212 -104Q206 -60 168 -64Z', paint.tone('#4b555a'))
  ].join('')
}

export function lightMast(paint: Paint, isLit: boolean): string {
  return (
    rect(-4, -420, 8, 420, paint.tone('#6b777b')) +
    [-24, 10].map(x => rect(x - 8, -446, 32, 26, isLit ? '#fff4cf' : paint.tone('#56626a'), 4)).join('')
  )
}

/** A young tree between its stakes. */
export function sapling(paint: Paint, random: SeededRandom): string {
  const leaves = Array.from({ length: 34 }, () => {
    const [x, y] = [random.between(-46, 46), random.between(-60, 54)]
    return Math.hypot(x, y * 0.8) > 50
      ? ''
      : turned(random.between(0, 180), ellipse(x, -240 + y, 15, 8, paint.tone(random.pick(['#7fae5f', '#96c06d', '#659a56']))), x, -240 + y)
  })
  const stakes = stroke('M-56 0L-6 -132M56 0L6 -132M0 4L0 -132', paint.tone('#b08a5c'), 7)
  return (
    ellipse(0, 0, 74, 17, paint.tone('#7d6247')) +
    ellipse(0, -2, 62, 12, paint.tone('#94775a')) +
    path('M-5 0L-3 -230L3 -230L5 0Z', paint.body('#86694f')) +
    circle(0, -238, 52, paint.tone('#6fa05a')) +
    leaves.join('') +
    stakes +
    rect(-9, -136, 18, 9, paint.tone('#e6d7b0'), 2)
  )
}

/** Somebody on an electric scooter, from the side, with or without a helmet; no face. */
export function riderOn(paint: Paint, scooterDrawing: string, coat: Colour, hasHelmet: boolean): string {
  const head = hasHelmet
    ? circle(2, -156, 16, paint.body('#e0a43a')) + path('M2 -150L20 -150L17 -142L2 -142Z', paint.tone('#3d4d55'), 0.9)
    : circle(2, -152, 13, paint.tone('#d9b08c')) + path('M-13 -148Q-15 -168 3 -168Q16 -166 14 -154Q2 -160 -4 -146Z', paint.tone('#2e2a28'))
  return [
    scooterDrawing,
    path('M-32 -84L-10 -92L26 -66L22 -40L36 -38L36 -32L10 -32L8 -62L-24 -68Z', paint.tone('#44505a')),
    path('M-36 -86Q-38 -124 -14 -138L14 -136L16 -120L0 -84Z', paint.body(coat)),
    stroke('M8 -126L26 -108L44 -114', paint.tone(darker(coat, 0.2)), 10),
    head
  ].join('')
}
