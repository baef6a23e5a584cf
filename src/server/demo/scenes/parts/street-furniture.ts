import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import type { Paint } from '#server/demo/scenes/parts/paint'
import { circle, ellipse, line, path, polygon, rect, ring, stroke, turned } from '#server/demo/scenes/parts/shapes'

/** Street furniture in centimetres around its foot; `put` sets it on the ground. */

/** The four kinds of bin of GB/T 19095: recyclable, food, harmful, other. */
export const binColours: readonly Colour[] = ['#3b78b5', '#3f9a63', '#c0524a', '#6c7276']

export function wheeledBin(paint: Paint, colour: Colour, options: { hasLid?: boolean; isCracked?: boolean } = {}): string {
  const { hasLid = true, isCracked = false } = options
  const body = path('M-27 -96L27 -96L22 -8Q22 -4 18 -4L-18 -4Q-22 -4 -22 -8Z', paint.body(colour))
  const lid = hasLid
    ? path('M-31 -104Q-31 -112 -22 -112L22 -112Q31 -112 31 -104L31 -95L-31 -95Z', paint.body(lighter(colour, 0.1))) +
      rect(-8, -116, 16, 5, paint.tone(darker(colour, 0.3)), 2)
    : ellipse(0, -96, 27, 6, paint.tone('#20282c')) + path('M-27 -96Q0 -104 27 -96Q0 -108 -27 -96Z', paint.tone(darker(colour, 0.2)))
  const badge = circle(0, -58, 12, paint.tone('#f7f4ea'), 0.92) + path('M-6 -54L0 -65L6 -54Z', paint.tone(colour))
  const crack = isCracked
    ? stroke('M14 -92L6 -74L15 -62L4 -44', paint.tone('#1d2427'), 3.4) + path('M14 -92L24 -70L15 -62L6 -74Z', paint.tone('#20282c'), 0.75)
    : ''
  const wheels = circle(-17, -5, 6, paint.tone('#2b3135')) + circle(17, -5, 6, paint.tone('#2b3135'))
  return wheels + body + rect(-26, -90, 52, 4, paint.tone(darker(colour, 0.25)), 0, 0.5) + badge + crack + lid
}

/** A double litter box, as it stands along streets. */
export function litterBox(paint: Paint): string {
  const side = (x: number, colour: Colour) =>
    rect(x, -92, 40, 72, paint.body(colour), 3) +
    rect(x + 6, -84, 28, 15, paint.tone('#20292c'), 4) +
    circle(x + 20, -44, 9, paint.tone('#f4efe2'), 0.85) +
    path(`M${x + 15} -41L${x + 20} -50L${x + 25} -41Z`, paint.tone(colour))
  return [
    rect(-44, -20, 6, 20, paint.tone('#444c50')),
    rect(38, -20, 6, 20, paint.tone('#444c50')),
    rect(-48, -98, 96, 80, paint.body('#5a6367'), 5),
    side(-43, '#3f7f9e'),
    side(3, '#6c7276'),
    path('M-54 -98Q0 -126 54 -98Z', paint.body('#4a8f72')),
    rect(-54, -100, 108, 5, paint.tone('#3c6f5b'), 2)
  ].join('')
}

/** A bench seen from the front; `broken` has split and missing slats. */
export function bench(paint: Paint, isBroken: boolean): string {
  const wood = paint.fall(paint.tone('#c48f57'), paint.tone('#a06f3d'))
  const iron = paint.tone('#3c4649')
  const legs = [-72, 72]
    .map(x => path(`M${x - 7} 0L${x - 3} -44L${x - 6} -92L${x + 4} -92L${x + 5} -44L${x + 9} 0Z`, iron) + rect(x - 16, -4, 32, 5, iron, 2))
    .join('')
  const slat = (y: number, height: number) => rect(-92, y, 184, height, wood, 3) + rect(-92, y, 184, 2, paint.tone('#ddb07b'), 1, 0.8)
  const arms = [-84, 84].map(x => stroke(`M${x} -44L${x} -64L${x + (x < 0 ? 14 : -14)} -66`, iron, 5)).join('')
  if (!isBroken) return legs + slat(-92, 10) + slat(-78, 10) + slat(-64, 10) + slat(-48, 7) + slat(-40, 8) + arms
  const snapped =
    path('M-92 -78L-12 -78L-22 -73L-8 -68L-92 -68Z', wood) + turned(17, path('M20 -76L92 -78L92 -68L12 -67L24 -71Z', wood), 92, -74)
  const hanging = turned(-24, path('M-92 -48L20 -48L10 -44L24 -40L-92 -40Z', wood), -92, -44)
  const fallen = turned(6, rect(-34, -8, 96, 9, wood, 2)) + rect(74, -48, 18, 8, wood)
  const nails = [-70, 72].map(x => circle(x, -58, 2.4, paint.tone('#7a4f2a'))).join('')
  return legs + slat(-92, 10) + snapped + hanging + arms + fallen + nails
}

export function lampPost(paint: Paint, isLit: boolean, isLeaning = false): string {
  const post = path('M-6 0L-4 -470L4 -470L6 0Z', paint.body('#55626a')) + rect(-10, -40, 20, 40, paint.body('#48545b'), 2)
  const arm = stroke('M0 -466Q4 -506 60 -510L116 -508', paint.tone('#55626a'), 8)
  const head =
    path('M78 -520L138 -516L132 -500L84 -502Z', paint.tone('#47545b')) +
    path('M86 -502L131 -500L126 -495L92 -496Z', isLit ? '#fff2c4' : paint.tone('#7d8a90'))
  return turned(isLeaning ? 5 : 0, post + arm + head)
}

export function bollard(paint: Paint): string {
  return (
    rect(-7, -72, 14, 72, paint.body('#4f5a5f'), 6) +
    rect(-7, -58, 14, 7, paint.tone('#f0c24e')) +
    rect(-7, -44, 14, 7, paint.tone('#f0c24e')) +
    ellipse(0, 0, 12, 3, paint.tone('#333b3f'), 0.6)
  )
}

export function cone(paint: Paint): string {
  return (
    path('M-26 -3L26 -3L26 2L-26 2Z', paint.tone('#b9622b')) +
    path('M-19 -3L-5 -68Q0 -72 5 -68L19 -3Z', paint.body('#e07f38')) +
    polygon(
      [
        [-14, -26],
        [-10.4, -43],
        [10.4, -43],
        [14, -26]
      ],
      paint.tone('#f7f2e4')
    ) +
    polygon(
      [
        [-7.5, -57],
        [-6, -64],
        [6, -64],
        [7.5, -57]
      ],
      paint.tone('#f7f2e4')
    )
  )
}

/** A barrier board with amber and pale stripes, two metres wide. */
export function barrier(paint: Paint): string {
  const stripes = Array.from({ length: 8 }, (_, index) =>
    polygon(
      [
        [-96 + index * 24, -60],
        [-84 + index * 24, -60],
        [-96 + index * 24 + 2, -84],
        [-108 + index * 24 + 2, -84]
      ].map(([x, y]) => [Math.max(-100, Math.min(100, x ?? 0)), y ?? 0] as const),
      paint.tone('#e2a33b')
    )
  )
  const legs = [-80, 80].map(x => stroke(`M${x - 16} 0L${x} -92L${x + 16} 0`, paint.tone('#566167'), 5)).join('')
  return (
    legs +
    rect(-100, -84, 200, 24, paint.tone('#f6f1e3'), 3) +
    stripes.join('') +
    rect(-100, -44, 200, 12, paint.tone('#e2a33b'), 3) +
    [-80, 80].map(x => circle(x, -96, 8, paint.tone('#f0b23a'))).join('')
  )
}

/** A length of roadside guardrail, three metres. */
export function guardrail(paint: Paint, isBent: boolean): string {
  const white = paint.tone('#e9ece8')
  const shade = paint.tone('#b5bfc0')
  const bars = (from: number, to: number) =>
    Array.from({ length: Math.round((to - from) / 14) }, (_, index) =>
      line([from + index * 14, -12], [from + index * 14, -82], shade, 4)
    ).join('')
  const length = (from: number, to: number) =>
    bars(from, to) +
    line([from, -84], [to, -84], white, 7) +
    line([from, -14], [to, -14], white, 6) +
    [from, to].map(x => rect(x - 4, -94, 8, 94, paint.body('#dfe4e1'), 3) + rect(x - 11, -6, 22, 6, paint.tone('#8e999b'), 2)).join('')
  if (!isBent) return length(-150, 0) + length(0, 150)
  const bent = turned(31, length(6, 138), 6, -20)
  return length(-150, 0) + bent + turned(-64, rect(-4, -60, 8, 60, paint.body('#dfe4e1'), 3), 96, -4)
}

/** A traffic light on a pole; the colour that shines, or none. */
export function trafficLight(paint: Paint, shows: 'red' | 'green' | 'none', leaning = 0): string {
  const lamps = (['#e0564a', '#e9b23f', '#47b57a'] as const).map((colour, index) => {
    const isOn = (shows === 'red' && index === 0) || (shows === 'green' && index === 2)
    const y = -330 + index * 34
    return (
      circle(0, y, 13, isOn ? colour : paint.tone(darker(colour, 0.72))) +
      (isOn
        ? circle(
            0,
            y,
            30,
            paint.radial([
              [0, colour, 0.65],
              [1, colour, 0]
            ])
          )
        : '')
    )
  })
  return (
    rect(-6, -290, 12, 290, paint.body('#55626a')) +
    rect(-14, -12, 28, 12, paint.tone('#434e54'), 2) +
    turned(leaning, rect(-22, -352, 44, 112, paint.body('#2e383d'), 10) + lamps.join(''), 0, -250)
  )
}

/** A round plate on a pole. */
export function roundSign(paint: Paint, colour: Colour): string {
  return (
    rect(-4, -240, 8, 240, paint.body('#8d989b')) +
    circle(0, -240, 34, paint.tone('#f7f4ea')) +
    ring(0, -240, 30, paint.tone(colour), 7) +
    line([-19, -221], [19, -259], paint.tone(colour), 7)
  )
}
