import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import { circle, ellipse, line, moved, path, polygon, rect, ring, stroke, turned } from '#server/demo/scenes/parts/shapes'

/** What the demo city's rewards look like: still lifes on a table, 960 × 720, without text or brands. */
export const rewardSubjects = ['towel', 'soap', 'ticket', 'books', 'check-up', 'haircut', 'mug', 'plant'] as const
export type RewardSubject = (typeof rewardSubjects)[number]

const WIDTH = 960
const HEIGHT = 720
const TABLE = 500

const shadow = (x: number, y: number, width: number) => ellipse(x, y, width, width * 0.11, '#3b3226', 0.18)

function towel(): string {
  const fold = (y: number, width: number, colour: Colour) =>
    [
      rect(480 - width / 2, y, width, 62, colour, 26),
      rect(480 - width / 2 + 18, y + 24, width - 36, 7, lighter(colour, 0.45), 3),
      ellipse(480 + width / 2 - 26, y + 31, 12, 22, darker(colour, 0.14))
    ].join('')
  return (
    shadow(480, 560, 250) +
    [fold(492, 430, '#4f9c8c'), fold(430, 412, '#f0e7d4'), fold(368, 396, '#e2a35c'), fold(306, 380, '#7fb6c4')].join('')
  )
}

function soap(): string {
  const bottle = [
    rect(560, 300, 150, 260, '#5aa6a0', 34),
    rect(578, 350, 114, 120, '#f4efe2', 14),
    path('M600 410Q635 360 670 410Q635 450 600 410Z', '#7dbb7a'),
    rect(612, 252, 46, 52, '#e8dfca', 8),
    path('M612 252H540V232H640Q658 232 658 252Z', '#e8dfca')
  ]
  const bar = (x: number, y: number, colour: Colour) =>
    rect(x, y, 190, 78, colour, 30) +
    rect(x + 22, y + 16, 146, 46, lighter(colour, 0.22), 20) +
    ellipse(x + 95, y + 39, 46, 12, darker(colour, 0.08))
  const bubbles = [
    [270, 330, 34],
    [330, 280, 22],
    [390, 340, 16],
    [236, 268, 15]
  ].map(([x = 0, y = 0, r = 0]) => ring(x, y, r, '#ffffff', 4, 0.85) + circle(x - r / 3, y - r / 3, r / 5, '#ffffff', 0.9))
  return shadow(470, 566, 270) + bottle.join('') + bar(240, 480, '#e9b9a2') + bar(262, 412, '#f1dfae') + bubbles.join('')
}

function ticket(): string {
  const slip = (colour: Colour) =>
    [
      rect(-220, -95, 440, 190, colour, 18),
      rect(-220, -95, 300, 190, lighter(colour, 0.5), 18),
      path('M-190 70L-110 -20L-60 40L-10 -40L60 70Z', darker(colour, 0.1)),
      circle(18, -46, 20, '#f4c95d'),
      line([86, -80], [86, 80], '#ffffff', 5, 0.9),
      ...[-50, 0, 50].map(y => rect(116, y - 9, 74, 18, '#ffffff', 9, 0.75)),
      circle(86, -95, 16, '#ead9bd'),
      circle(86, 95, 16, '#ead9bd')
    ].join('')
  return shadow(480, 560, 280) + moved(500, 430, turned(10, slip('#d9824f'))) + moved(460, 400, turned(-7, slip('#3f8f9c')))
}

function books(): string {
  const lying = (x: number, y: number, width: number, colour: Colour) =>
    rect(x, y, width, 62, colour, 8) + rect(x + width - 40, y + 8, 40, 46, '#f7f1e2', 3) + rect(x + 44, y, 16, 62, lighter(colour, 0.4))
  const open = [
    path('M480 300Q380 250 270 286V420Q380 386 480 430Z', '#fbf6ea'),
    path('M480 300Q580 250 690 286V420Q580 386 480 430Z', '#f1e9d6'),
    ...[316, 340, 364].flatMap(y => [
      stroke(`M306 ${y}Q390 ${y - 22} 448 ${y + 8}`, '#b9ae97', 5),
      stroke(`M512 ${y + 8}Q580 ${y - 22} 654 ${y}`, '#b9ae97', 5)
    ]),
    path('M600 262V356L620 338L640 356V268Z', '#c9574a')
  ]
  return shadow(480, 566, 280) + lying(250, 500, 460, '#4d7ea8') + lying(280, 436, 400, '#b5654a') + open.join('')
}

function checkUp(): string {
  const board = [
    rect(290, 200, 300, 360, '#b98d57', 18),
    rect(312, 232, 256, 308, '#fdfaf2', 8),
    rect(384, 182, 112, 48, '#8f9aa0', 12),
    stroke('M336 330H390L412 290L440 380L462 330H544', '#d2604f', 9),
    ...[420, 456, 492].flatMap(y => [circle(350, y, 11, '#6fae84'), rect(376, y - 6, 160, 12, '#d8cfba', 6)])
  ]
  const scope = [
    stroke('M640 250Q640 420 700 430Q772 436 760 340', '#3c5a66', 13),
    stroke('M640 250Q606 236 604 300', '#3c5a66', 11),
    stroke('M640 250Q676 236 678 300', '#3c5a66', 11),
    circle(760, 320, 36, '#9fb0b6'),
    circle(760, 320, 22, '#dfe7e8')
  ]
  return shadow(500, 566, 270) + board.join('') + scope.join('')
}

function haircut(): string {
  const blade = (angle: number) =>
    turned(
      angle,
      path('M0 0L-14 -250Q0 -276 14 -250Z', '#c3ced2') +
        line([0, -30], [0, -236], '#ffffff', 4, 0.7) +
        ring(0, 74, 46, '#d2604f', 20) +
        rect(-9, 0, 18, 34, '#d2604f', 6)
    )
  const comb = [
    rect(-190, -26, 380, 40, '#6c4a35', 16),
    ...Array.from({ length: 24 }, (_, n) => rect(-178 + n * 15.2, 8, 8, 58, '#6c4a35', 3))
  ].join('')
  return shadow(480, 566, 260) + moved(640, 430, blade(-16) + blade(16) + circle(0, 0, 11, '#8f9aa0')) + moved(360, 470, turned(-14, comb))
}

function mug(): string {
  const steam = [430, 480, 530].map(x => stroke(`M${x} 250Q${x - 26} 214 ${x} 184Q${x + 24} 154 ${x} 124`, '#ffffff', 9, 0.65))
  return [
    shadow(480, 566, 210),
    ring(640, 420, 70, '#3f8f78', 30),
    path('M330 290H630L606 530Q600 564 566 564H394Q360 564 354 530Z', '#3f8f78'),
    ellipse(480, 290, 150, 30, '#2f6f5d'),
    ellipse(480, 294, 132, 22, '#8a5a34'),
    path('M480 500Q400 440 400 392Q400 352 440 352Q468 352 480 380Q492 352 520 352Q560 352 560 392Q560 440 480 500Z', '#f3ead6'),
    ...steam
  ].join('')
}

function plant(): string {
  const leaf = (angle: number, length: number, colour: Colour) =>
    moved(
      480,
      400,
      turned(
        angle,
        path(`M0 0Q-${length * 0.28} -${length * 0.5} 0 -${length}Q${length * 0.28} -${length * 0.5} 0 0Z`, colour) +
          line([0, 0], [0, -length * 0.86], '#ffffff', 3, 0.35)
      )
    )
  const leaves = [
    leaf(-62, 190, '#4c8559'),
    leaf(62, 190, '#4c8559'),
    leaf(-32, 240, '#5f9a5f'),
    leaf(34, 236, '#5f9a5f'),
    leaf(0, 270, '#79b06a')
  ]
  const pot: [number, number][] = [
    [376, 400],
    [584, 400],
    [556, 564],
    [404, 564]
  ]
  return shadow(480, 566, 190) + leaves.join('') + polygon(pot, '#c9744f') + rect(360, 384, 240, 40, '#d98a63', 10)
}

const drawings: Record<RewardSubject, { draw: () => string; wall: Colour }> = {
  towel: { draw: towel, wall: '#dfeceb' },
  soap: { draw: soap, wall: '#e3efe4' },
  ticket: { draw: ticket, wall: '#f6e8d2' },
  books: { draw: books, wall: '#e8e6f0' },
  'check-up': { draw: checkUp, wall: '#e0eef2' },
  haircut: { draw: haircut, wall: '#f4e6e0' },
  mug: { draw: mug, wall: '#f3ead6' },
  plant: { draw: plant, wall: '#e6f0df' }
}

/** A reward as SVG; it asks for no font. */
export function drawReward(subject: RewardSubject): string {
  const { draw, wall } = drawings[subject]
  const room = [
    rect(0, 0, WIDTH, HEIGHT, wall),
    circle(760, 150, 210, '#ffffff', 0.35),
    rect(0, TABLE, WIDTH, HEIGHT - TABLE, '#d9b98a'),
    rect(0, TABLE, WIDTH, 16, '#c7a370'),
    ...[570, 640].map(y => line([0, y], [WIDTH, y - 8], '#c7a370', 3, 0.5))
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${room.join('')}${draw()}</svg>`
}
