import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import type { Paint } from '#server/demo/scenes/parts/paint'
import { circle, ellipse, path, rect, stroke } from '#server/demo/scenes/parts/shapes'

export interface Figure {
  coat: Colour
  trousers: Colour
  hair: Colour
  isStriding?: boolean
}

export const figures: readonly Figure[] = [
  { coat: '#4d8a78', trousers: '#3f4a52', hair: '#2e2a28' },
  { coat: '#d49a48', trousers: '#56616a', hair: '#3a2f2a' },
  { coat: '#8a9fb5', trousers: '#45505a', hair: '#6d6a66' },
  { coat: '#b9705a', trousers: '#3b454d', hair: '#2a2624' },
  { coat: '#e3dccb', trousers: '#5a6a74', hair: '#46403b' }
]

/** One of the passers-by; the same number is the same clothes. */
export const figureAt = (index: number): Figure =>
  figures[index % figures.length] ?? { coat: '#4d8a78', trousers: '#3f4a52', hair: '#2e2a28' }

/** Somebody from behind, 1.68 m: a coat, a way of walking, no face. In centimetres around the feet. */
export function person(paint: Paint, { coat, trousers, hair, isStriding = true }: Figure): string {
  const leg = paint.tone(trousers)
  const shoe = paint.tone('#2c3134')
  const legs = isStriding
    ? path('M-13 -82L-2 -82L-10 -42L-20 -4L-31 -6L-23 -44Z', leg) +
      path('M0 -82L14 -82L17 -42L27 -8L17 -3L5 -40Z', paint.tone(darker(trousers, 0.15))) +
      ellipse(-27, -3, 10, 4, shoe) +
      ellipse(24, -3, 10, 4, shoe)
    : path('M-15 -82L-1 -82L-3 -3L-13 -3Z', leg) +
      path('M1 -82L15 -82L13 -3L3 -3Z', paint.tone(darker(trousers, 0.12))) +
      ellipse(-9, -2, 9, 4, shoe) +
      ellipse(9, -2, 9, 4, shoe)
  const arms =
    stroke(isStriding ? 'M-19 -126Q-30 -104 -24 -80' : 'M-20 -126Q-27 -104 -24 -78', paint.tone(darker(coat, 0.12)), 11) +
    stroke(isStriding ? 'M19 -126Q32 -106 34 -86' : 'M20 -126Q27 -104 24 -78', paint.tone(darker(coat, 0.24)), 11)
  const torso = path('M-20 -134Q0 -144 20 -134L22 -78Q0 -70 -22 -78Z', paint.body(coat))
  // From behind one sees hair and a neck, never a face.
  const head =
    rect(-6, -146, 12, 14, paint.tone('#c99f7c'), 3) +
    circle(-13, -151, 3.4, paint.tone('#d9b08c')) +
    circle(13, -151, 3.4, paint.tone('#c99f7c')) +
    path(
      'M-14 -152Q-16 -170 0 -170Q16 -170 14 -152Q13 -140 0 -139Q-13 -140 -14 -152Z',
      paint.fall(paint.tone(lighter(hair, 0.14)), paint.tone(hair))
    )
  const collar = path('M-9 -139Q0 -133 9 -139L7 -134Q0 -130 -7 -134Z', paint.tone(lighter(coat, 0.3)))
  return ellipse(4, -1, 34, 6, paint.mood.shadow, 0.3) + legs + arms + torso + head + collar
}

/** A dog in profile, facing right. */
export function dog(paint: Paint, colour: Colour): string {
  const coat = paint.fall(paint.tone(lighter(colour, 0.15)), paint.tone(darker(colour, 0.15)))
  return [
    ellipse(0, -1, 46, 5, paint.mood.shadow, 0.3),
    path('M-36 -58Q-4 -66 30 -56L34 -34L30 -2L22 -2L20 -28L-18 -28L-24 -2L-33 -2L-32 -32Q-42 -46 -36 -58Z', coat),
    path('M24 -60L30 -84Q42 -92 54 -84L68 -76Q70 -68 62 -66L50 -64L40 -44L26 -44Z', coat),
    path('M32 -84L28 -68L38 -72Z', paint.tone(darker(colour, 0.35))),
    circle(67, -75, 3.4, paint.tone('#22282b')),
    stroke('M-36 -56Q-54 -64 -56 -82', paint.tone(colour), 7),
    stroke('M28 -60L42 -50', paint.tone('#2f8f6f'), 4)
  ].join('')
}
