import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import type { Paint } from '#server/demo/scenes/parts/paint'
import { circle, ellipse, line, path, rect, ring, stroke } from '#server/demo/scenes/parts/shapes'

/** Two-wheelers in centimetres, facing right, wheels on the ground. */
export const sharedBikeColours: readonly Colour[] = ['#e6b23a', '#4aa39a', '#5f8fc4']
export const scooterColours: readonly Colour[] = ['#4f8f74', '#c9694f', '#5f7f9c', '#d8a744', '#e6e1d4', '#4b555b']

const spokedWheel = (paint: Paint, x: number) =>
  ring(x, -32, 30, paint.tone('#2b3235'), 5) +
  ring(x, -32, 26, paint.tone('#aab2b3'), 1.6) +
  line([x - 24, -32], [x + 24, -32], paint.tone('#9aa3a5'), 0.8) +
  line([x, -56], [x, -8], paint.tone('#9aa3a5'), 0.8) +
  line([x - 17, -49], [x + 17, -15], paint.tone('#9aa3a5'), 0.8) +
  line([x - 17, -15], [x + 17, -49], paint.tone('#9aa3a5'), 0.8) +
  circle(x, -32, 4.5, paint.tone('#4b555a'))

/** A shared bicycle with basket and mudguards, 1.65 m long. */
export function sharedBike(paint: Paint, colour: Colour): string {
  const frame = paint.tone(colour)
  const dark = paint.tone(darker(colour, 0.28))
  return [
    ellipse(0, -1, 84, 6, paint.mood.shadow, 0.3),
    spokedWheel(paint, -52),
    spokedWheel(paint, 54),
    stroke('M-84 -42A34 34 0 0 1 -26 -54', dark, 5),
    stroke('M28 -54A34 34 0 0 1 84 -46', dark, 5),
    stroke('M-52 -32L-4 -30L34 -74M-4 -30L-24 -82M-20 -70Q10 -58 36 -80', frame, 8),
    stroke('M-52 -32L-22 -72', frame, 5),
    stroke('M54 -32L34 -92L26 -104', frame, 7),
    stroke('M26 -104L10 -106M26 -104L38 -108', paint.tone('#31393d'), 5),
    path('M-42 -88Q-24 -96 -8 -88L-12 -82L-36 -82Z', paint.tone('#2b3235')),
    path('M38 -100L78 -100L72 -72L44 -72Z', paint.tone(lighter(colour, 0.1))),
    ...[46, 54, 62, 70].map(x => line([x, -98], [x - 1, -74], dark, 1.6)),
    line([41, -86], [75, -86], dark, 1.6),
    circle(-4, -30, 9, paint.tone('#3a4347')),
    line([-4, -30], [8, -20], paint.tone('#3a4347'), 4),
    rect(-74, -58, 14, 8, paint.tone('#f4efe2'), 2)
  ].join('')
}

/** An electric scooter of the kind everybody rides, 1.7 m long. */
export function scooter(paint: Paint, colour: Colour): string {
  const shell = paint.fall(paint.tone(lighter(colour, 0.25)), paint.tone(darker(colour, 0.2)))
  const tyre = (x: number) =>
    circle(x, -22, 22, paint.tone('#252b2e')) + circle(x, -22, 12, paint.body('#a9b1b3')) + circle(x, -22, 4, paint.tone('#4b555a'))
  return [
    ellipse(0, -1, 86, 6, paint.mood.shadow, 0.32),
    tyre(-58),
    tyre(60),
    path(
      'M-86 -44Q-84 -62 -60 -64L-22 -64Q-12 -62 -8 -50L-2 -34L34 -34L48 -96L60 -96L66 -46Q80 -44 86 -34L66 -42L50 -24L-24 -22Q-30 -46 -58 -46Q-74 -46 -82 -38Z',
      shell
    ),
    path('M-80 -74Q-76 -84 -58 -83L-14 -82Q-2 -80 -4 -72L-14 -64L-76 -64Z', paint.tone('#2b3235')),
    path('M-94 -88L-66 -90L-64 -66L-90 -66Z', paint.body(darker(colour, 0.35))),
    stroke('M54 -92L46 -116L32 -120', paint.tone('#3a4347'), 6),
    stroke('M30 -121L22 -119', paint.tone('#20272a'), 7),
    circle(62, -86, 8, paint.glow('#fff1c8')),
    line([50, -112], [58, -128], paint.tone('#4b555a'), 3),
    ellipse(60, -131, 7, 4.5, paint.tone('#31393d')),
    path('M-88 -50L-80 -54L-80 -46Z', paint.glow('#c8574a')),
    rect(-2, -36, 36, 5, paint.tone('#31393d'), 2)
  ].join('')
}

/** A three-wheeled cart with its load board, 2 m long. */
export function tricycle(paint: Paint, colour: Colour): string {
  return [
    ellipse(0, -1, 110, 7, paint.mood.shadow, 0.32),
    spokedWheel(paint, 84),
    spokedWheel(paint, -60),
    rect(-112, -74, 118, 34, paint.fall(paint.tone(lighter(colour, 0.15)), paint.tone(darker(colour, 0.2))), 3),
    rect(-112, -78, 118, 6, paint.tone(darker(colour, 0.35)), 2),
    stroke('M4 -44L56 -60L84 -32M56 -60L60 -100L44 -106', paint.tone('#44545a'), 7),
    path('M14 -82Q30 -90 44 -82L40 -76L18 -76Z', paint.tone('#2b3235')),
    line([30, -76], [30, -50], paint.tone('#44545a'), 5)
  ].join('')
}
