import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import type { Paint } from '#server/demo/scenes/parts/paint'
import { circle, ellipse, line, moved, path, polygon, rect, stroke, turned } from '#server/demo/scenes/parts/shapes'
import type { SeededRandom } from '#server/demo/seeded-random'

/** Things from homes and shops, in centimetres around their foot. */

export function sofa(paint: Paint, colour: Colour): string {
  const shade = paint.fall(paint.tone(lighter(colour, 0.15)), paint.tone(darker(colour, 0.2)))
  return [
    ellipse(0, 0, 112, 10, paint.mood.shadow, 0.35),
    rect(-92, -92, 184, 66, shade, 14),
    rect(-94, -50, 188, 38, paint.tone(darker(colour, 0.08)), 8),
    rect(-84, -56, 82, 24, paint.tone(lighter(colour, 0.22)), 8),
    rect(2, -56, 82, 24, paint.tone(lighter(colour, 0.22)), 8),
    rect(-106, -70, 26, 62, shade, 10),
    rect(80, -70, 26, 62, shade, 10),
    path('M30 -84L52 -80L46 -66L58 -60L38 -58Z', paint.tone('#e7d7b0')),
    rect(-92, -10, 8, 10, paint.tone('#4a3a2c')),
    rect(84, -10, 8, 10, paint.tone('#4a3a2c'))
  ].join('')
}

export function cupboard(paint: Paint, colour: Colour): string {
  return [
    ellipse(6, 0, 60, 8, paint.mood.shadow, 0.35),
    polygon(
      [
        [48, 0],
        [66, -10],
        [66, -168],
        [48, -160]
      ],
      paint.tone(darker(colour, 0.35))
    ),
    rect(-50, -160, 98, 160, paint.fall(paint.tone(lighter(colour, 0.12)), paint.tone(colour)), 2),
    rect(-44, -152, 40, 144, paint.tone(darker(colour, 0.1)), 2),
    rect(2, -152, 40, 144, paint.tone(darker(colour, 0.14)), 2),
    circle(-10, -84, 3.4, paint.tone('#e9d9a8')),
    circle(8, -84, 3.4, paint.tone('#e9d9a8')),
    polygon(
      [
        [-50, -160],
        [48, -160],
        [66, -168],
        [-30, -168]
      ],
      paint.tone(lighter(colour, 0.35))
    )
  ].join('')
}

export function planks(paint: Paint): string {
  return [-22, -8, 6, 20, 34]
    .map((lean, index) =>
      turned(
        lean * 0.4 - 8,
        rect(-8 + index * 15, -205 + index * 13, 12, 205 - index * 13, paint.body(index % 2 ? '#c39a66' : '#a97f50'), 1),
        index * 15,
        0
      )
    )
    .join('')
}

export function plantPot(paint: Paint, colour: Colour, random: SeededRandom): string {
  const leaves = Array.from({ length: 9 }, (_, index) => {
    const angle = -1.35 + index * 0.34
    const reach = random.between(30, 46)
    const [x, y] = [Math.sin(angle) * reach, -34 - Math.cos(angle) * reach]
    return path(
      `M0 -32Q${(x * 0.2).toFixed(1)} ${(y * 0.9).toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}Q${(x * 0.9).toFixed(1)} ${(y * 0.55).toFixed(1)} 4 -32Z`,
      paint.tone(random.pick(['#5f9a5f', '#79b06a', '#4c8559']))
    )
  })
  return (
    ellipse(0, 0, 24, 5, paint.mood.shadow, 0.35) +
    leaves.join('') +
    polygon(
      [
        [-20, -34],
        [20, -34],
        [15, 0],
        [-15, 0]
      ],
      paint.body(colour)
    ) +
    rect(-23, -38, 46, 8, paint.tone(lighter(colour, 0.15)), 2)
  )
}

const shirt = (paint: Paint, colour: Colour) =>
  path(
    'M-24 0L-10 -3Q0 5 10 -3L24 0L36 22L24 30L20 20L21 66L-21 66L-20 20L-24 30L-36 22Z',
    paint.fall(paint.tone(lighter(colour, 0.12)), paint.tone(darker(colour, 0.1)))
  )
const trousers = (paint: Paint, colour: Colour) =>
  path('M-19 0L19 0L24 84L6 84L0 26L-6 84L-24 84Z', paint.fall(paint.tone(lighter(colour, 0.1)), paint.tone(darker(colour, 0.14))))
const sheet = (paint: Paint, colour: Colour) =>
  path(
    'M-48 0L48 0L46 112Q32 120 16 112Q0 106 -16 114Q-34 120 -46 112Z',
    paint.fall(paint.tone(lighter(colour, 0.25)), paint.tone(colour))
  ) +
  [-28, 0, 28].map(x => stroke(`M${x} 4L${x * 0.95} 108`, paint.tone(darker(colour, 0.2)), 3, 0.4)).join('') +
  [24, 58, 92].map(y => line([-46, y], [46, y], paint.tone(lighter(colour, 0.55)), 5)).join('')

/** Washing on a line from (0, 0) to (width, 0), sagging in the middle. */
export function washing(paint: Paint, random: SeededRandom, width: number): string {
  const sag = (share: number) => Math.sin(share * Math.PI) * 20
  const colours = ['#d9a14e', '#6e9fae', '#c9745f', '#f1ebdc', '#7fa37c', '#a98bb0']
  const pieces = [0.13, 0.31, 0.5, 0.68, 0.86].map((share, index) => {
    const kind = index === 2 ? sheet : random.pick([shirt, trousers, shirt])
    const pegs = [-12, 12].map(x => rect(x - 2, -7, 4, 11, paint.tone('#e0b04e'), 1)).join('')
    return moved(share * width, sag(share), kind(paint, random.pick(colours)) + pegs)
  })
  return stroke(`M0 0Q${width / 2} 40 ${width} 0`, paint.tone('#6d5b48'), 3) + pieces.join('')
}

/** A stall: trestle, crates of fruit and vegetables, a parasol. */
export function stall(paint: Paint, random: SeededRandom, colour: Colour): string {
  const crates = [-88, -30, 28, 86].map((x, index) => {
    const shade = ['#d98a3d', '#7fa94f', '#c95f4b', '#e3c04e', '#8a5f9a'][(index + random.whole(0, 4)) % 5] ?? colour
    const goods = Array.from({ length: 15 }, (_, piece) =>
      circle(
        x - 22 + (piece % 5) * 11 + random.between(-2, 2),
        -72 - Math.floor(piece / 5) * 7,
        8,
        paint.tone(lighter(shade, random.between(0, 0.3)))
      )
    )
    return (
      goods.join('') + rect(x - 28, -70, 56, 20, paint.tone('#b98d57'), 2) + line([x - 27, -60], [x + 27, -60], paint.tone('#8f6a3e'), 2)
    )
  })
  const segments = [-2, -1, 0, 1].map(index => {
    const [a, b] = [index * 78, (index + 1) * 78]
    return path(
      `M0 -272Q${(a * 0.7).toFixed(0)} -262 ${a} -196L${b} -196Q${(b * 0.7).toFixed(0)} -262 0 -272Z`,
      paint.tone(index % 2 ? '#f4ecd9' : colour)
    )
  })
  const scallops = Array.from({ length: 8 }, (_, index) =>
    ellipse(-136.5 + index * 39, -196, 19.5, 9, paint.tone(index % 4 < 2 ? colour : '#f4ecd9'))
  )
  return [
    ellipse(0, 0, 140, 14, paint.mood.shadow, 0.35),
    rect(-3, -270, 6, 270, paint.tone('#8d979a')),
    ...[-112, 112].map(x => stroke(`M${x - 12} 0L${x} -50L${x + 12} 0`, paint.tone('#7b6248'), 5)),
    rect(-126, -54, 252, 10, paint.tone('#a5774a'), 2),
    path('M-124 -44L124 -44L118 -12Q60 -4 0 -12Q-60 -4 -118 -12Z', paint.tone(lighter(colour, 0.45)), 0.95),
    ...crates,
    ...scallops,
    ...segments,
    circle(0, -274, 5, paint.tone('#8d979a'))
  ].join('')
}

/** A barbecue with skewers over the coals. */
export function grill(paint: Paint): string {
  const skewers = Array.from(
    { length: 8 },
    (_, index) =>
      line([-62 + index * 17, -82], [-56 + index * 17, -64], paint.tone('#7a4a2c'), 8) +
      line([-65 + index * 17, -92], [-54 + index * 17, -58], paint.tone('#d9c08a'), 2)
  )
  return (
    ellipse(0, 0, 90, 9, paint.mood.shadow, 0.35) +
    [-60, 60].map(x => line([x, -60], [x * 1.1, 0], paint.tone('#4b555a'), 5)).join('') +
    rect(-78, -76, 156, 24, paint.body('#4b4f50'), 4) +
    rect(-72, -78, 144, 6, paint.glow('#e07a3a'), 2) +
    skewers.join('')
  )
}
