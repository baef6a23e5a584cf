import { darker, lighter, mix, type Colour } from '#server/demo/scenes/parts/colour'
import type { Paint } from '#server/demo/scenes/parts/paint'
import { circle, ellipse, line, path, rect, ring, stroke } from '#server/demo/scenes/parts/shapes'

/** Cars in centimetres, around the middle of where they stand. No plates anybody could read. */
export const carColours: readonly Colour[] = ['#e8e6df', '#b9c1c4', '#5d7f94', '#8fa58a', '#c9a66b', '#4f5b62', '#b56a55']

const wheel = (paint: Paint, x: number, isFlat: boolean) =>
  (isFlat ? ellipse(x, -25, 34, 26, paint.tone('#23292c')) : circle(x, -32, 32, paint.tone('#23292c'))) +
  circle(x, isFlat ? -26 : -32, 19, paint.body('#b9c0c2')) +
  ring(x, isFlat ? -26 : -32, 12, paint.tone('#7d878b'), 3) +
  circle(x, isFlat ? -26 : -32, 4, paint.tone('#596367'))

function sideGlass(paint: Paint, isDusty: boolean): string {
  const { mood } = paint
  const top = isDusty ? paint.tone('#b3a88f') : mix(paint.tone('#557080'), mood.skyMiddle, 0.6)
  const glass = paint.fall(top, isDusty ? paint.tone('#8f8672') : paint.tone('#3f545f'))
  return (
    path('M-98 -102C-82 -128 -62 -142 -34 -142L0 -142L0 -102Z', glass) +
    path('M8 -142L34 -141C62 -138 84 -122 104 -102L8 -102Z', glass) +
    path('M-60 -104L-36 -139L-22 -139L-44 -104Z', '#ffffff', isDusty ? 0.1 : 0.3)
  )
}

/** A car from its side, 4.4 m long, facing right. */
export function carSide(paint: Paint, colour: Colour, options: { isDusty?: boolean } = {}): string {
  const { isDusty = false } = options
  const skin = isDusty ? mix(colour, '#a89a7c', 0.55) : colour
  const shell = paint.gradient([
    [0, paint.tone(lighter(skin, 0.3))],
    [0.45, paint.tone(skin)],
    [1, paint.tone(darker(skin, 0.32))]
  ])
  const body = path(
    'M-216 -44C-220 -70 -212 -88 -186 -94L-118 -104C-96 -136 -66 -152 -30 -153L30 -152C66 -150 92 -132 122 -104L186 -92C210 -86 220 -70 217 -44L212 -32L-212 -32Z',
    shell
  )
  const arches = [-132, 134].map(x => path(`M${x - 42} -32A42 42 0 0 1 ${x + 42} -32Z`, paint.tone('#2a3135'))).join('')
  const seams =
    line([4, -142], [4, -44], paint.tone(darker(skin, 0.35)), 1.8) +
    line([-104, -100], [-100, -46], paint.tone(darker(skin, 0.3)), 1.6) +
    line([112, -98], [104, -46], paint.tone(darker(skin, 0.3)), 1.6)
  const details = [
    stroke('M-204 -76C-120 -84 100 -84 206 -74', paint.tone(lighter(skin, 0.4)), 2.4, 0.8),
    rect(-212, -46, 424, 10, paint.tone(darker(skin, 0.45)), 4, 0.7),
    rect(-30, -90, 20, 5, paint.tone(darker(skin, 0.4)), 2),
    rect(66, -90, 20, 5, paint.tone(darker(skin, 0.4)), 2),
    path('M188 -88L212 -80L212 -66L192 -70Z', paint.glow('#fff3cf')),
    path('M-210 -86L-192 -90L-194 -70L-215 -70Z', paint.glow('#c8574a')),
    path('M96 -104L110 -116L116 -104Z', paint.tone(darker(skin, 0.3)))
  ]
  const dust = isDusty
    ? [
        path('M-200 -50C-100 -64 100 -40 208 -58L206 -40L-206 -40Z', paint.tone('#8a7c5e'), 0.55),
        ...[-90, -20, 40, 130].map((x, index) => ellipse(x, -152 + (index % 2) * 46, 12, 4, paint.tone('#b1853f'), 0.9))
      ]
    : []
  return [
    ellipse(0, -4, 222, 12, paint.mood.shadow, 0.45),
    body,
    sideGlass(paint, isDusty),
    seams,
    ...details,
    ...dust,
    arches,
    wheel(paint, -132, isDusty),
    wheel(paint, 134, isDusty)
  ].join('')
}

/** A car from behind, 1.8 m wide. */
export function carBack(paint: Paint, colour: Colour, depth = 0): string {
  const tone = (shade: Colour) => paint.tone(shade, depth)
  const shell = paint.gradient([
    [0, tone(lighter(colour, 0.28))],
    [0.5, tone(colour)],
    [1, tone(darker(colour, 0.34))]
  ])
  const glass = paint.fall(mix(tone('#5b7482'), paint.mood.skyMiddle, 0.5), tone('#3c505b'))
  return [
    ellipse(0, -3, 98, 10, paint.mood.shadow, 0.5),
    rect(-82, -34, 26, 34, tone('#22282b'), 6),
    rect(56, -34, 26, 34, tone('#22282b'), 6),
    path(
      'M-90 -26L-92 -74Q-90 -90 -80 -96L-62 -138Q-58 -148 -44 -149L44 -149Q58 -148 62 -138L80 -96Q90 -90 92 -74L90 -26Q88 -20 80 -20L-80 -20Q-88 -20 -90 -26Z',
      shell
    ),
    path('M-66 -98L-54 -134Q-52 -140 -44 -140L44 -140Q52 -140 54 -134L66 -98Z', glass),
    path('M-40 -100L-24 -138L-6 -138L-20 -100Z', '#ffffff', 0.2),
    rect(-88, -86, 30, 16, paint.glow('#c4544a', depth), 5),
    rect(58, -86, 30, 16, paint.glow('#c4544a', depth), 5),
    rect(-26, -66, 52, 15, tone('#e7e4d8'), 2),
    rect(-86, -42, 172, 12, tone(darker(colour, 0.42)), 5),
    rect(-88, -92, 176, 3, tone(lighter(colour, 0.4)), 1, 0.7)
  ].join('')
}

/** A small delivery van from its side, 4.8 m long. */
export function van(paint: Paint, colour: Colour): string {
  const shell = paint.gradient([
    [0, paint.tone(lighter(colour, 0.3))],
    [0.5, paint.tone(colour)],
    [1, paint.tone(darker(colour, 0.3))]
  ])
  const glass = paint.fall(mix(paint.tone('#557080'), paint.mood.skyMiddle, 0.6), paint.tone('#3f545f'))
  return [
    ellipse(0, -4, 240, 12, paint.mood.shadow, 0.45),
    path('M-236 -34L-238 -190Q-236 -204 -222 -205L110 -205Q132 -204 146 -186L196 -116L230 -104Q238 -100 238 -86L238 -34Z', shell),
    path('M92 -188L120 -188Q130 -186 138 -176L176 -120L92 -120Z', glass),
    rect(-220, -150, 280, 10, paint.tone('#4a8f72'), 0, 0.8),
    line([84, -200], [84, -40], paint.tone(darker(colour, 0.3)), 2),
    line([-60, -200], [-60, -40], paint.tone(darker(colour, 0.25)), 2),
    rect(-238, -52, 476, 12, paint.tone(darker(colour, 0.4)), 4),
    rect(222, -92, 14, 18, paint.glow('#fff3cf'), 4),
    wheel(paint, -150, false),
    wheel(paint, 156, false)
  ].join('')
}
