import { darker, lighter, mix, type Colour } from '#server/demo/scenes/parts/colour'
import { circle, path, short } from '#server/demo/scenes/parts/shapes'
import { face, type Stage } from '#server/demo/scenes/parts/stage'
import { boxOn, panel, panels, shadeBelow, wallLine, type Panel, type Wall } from '#server/demo/scenes/parts/walls'

/** Glass: sky above, room below; lit at night where somebody is home. */
function glass({ paint }: Stage, depth: number, isLit: boolean): string {
  const { mood } = paint
  if (mood.isNight && isLit)
    return paint.gradient([
      [0, paint.glow('#ffdf9a', depth * 0.5)],
      [1, paint.glow('#e5a94c', depth * 0.5)]
    ])
  const room = paint.tone('#4a6470', depth)
  return paint.gradient([
    [0, mix(room, mood.skyMiddle, 0.55)],
    [0.5, mix(room, mood.skyLow, 0.25)],
    [1, room]
  ])
}

export interface Opening extends Panel {
  isLit: boolean
}

/** Windows of one storey: frames, glass, bars, sills; those far away keep only frame and glass. */
export function windows(stage: Stage, wall: Wall, all: readonly Opening[], frame: Colour = '#f4efe2'): string {
  const edge = 0.07
  const near = all.filter(({ from }) => wall.depthAt(from) < 0.3)
  const depth = wall.depthAt(Math.min(...all.map(({ from }) => from)))
  const rim = stage.paint.tone(frame, depth)
  const framed = all
    .filter(({ from }) => wall.depthAt(from) < 0.55)
    .map(({ from, to, low, high }) => ({ from: from - edge, to: to + edge, low: low - edge, high: high + edge }))
  const bars = near.map(({ from, to, low, high }) => ({ from: (from + to) / 2 - 0.03, to: (from + to) / 2 + 0.03, low, high }))
  const sills = near.map(({ from, to, low }) => ({ from: from - 0.14, to: to + 0.14, low: low - 0.17, high: low - edge }))
  const shades = near.map(({ from, to, high }) => ({ from, to, low: high - 0.22, high }))
  return [
    panels(stage, wall, framed, rim),
    panels(
      stage,
      wall,
      all.filter(({ isLit }) => isLit),
      glass(stage, depth, true)
    ),
    panels(
      stage,
      wall,
      all.filter(({ isLit }) => !isLit),
      glass(stage, depth, false)
    ),
    panels(stage, wall, bars, rim),
    panels(stage, wall, shades, stage.paint.mood.shadow, 0.22),
    panels(stage, wall, sills, stage.paint.tone(darker(frame, 0.16), depth))
  ].join('')
}

export const window = (stage: Stage, wall: Wall, panelOfIt: Panel, isLit: boolean, frame?: Colour) =>
  windows(stage, wall, [{ ...panelOfIt, isLit }], frame)

/** The outdoor half of an air conditioner. */
export function airConditioner(stage: Stage, wall: Wall, from: number, low: number): string {
  const box = boxOn(stage, wall, { from, to: from + 0.8, low, high: low + 0.55 }, 0.34, '#e9e6dc')
  const [x, y] = stage.camera.project(wall.at(from + 0.4, low + 0.28, 0.34))
  return wall.isSide
    ? box
    : box + circle(x, y, stage.camera.scaleAt(wall.at(0, 0)[2]) * 0.2, stage.paint.tone('#b9bdb9', wall.depthAt(from)))
}

/** A balcony with a railing and, now and then, a green plant. */
export function balcony(stage: Stage, wall: Wall, from: number, to: number, low: number, colour: Colour): string {
  const slab = boxOn(stage, wall, { from, to, low: low - 0.16, high: low }, 0.9, lighter(colour, 0.25))
  const front = panel(
    stage,
    wall,
    { from, to, low, high: low + 0.85 },
    stage.paint.tone(lighter(colour, 0.12), wall.depthAt(from)),
    0.92,
    0.9
  )
  const side = wall.isSide
    ? face(
        stage,
        [wall.at(from, low), wall.at(from, low, 0.9), wall.at(from, low + 0.85, 0.9), wall.at(from, low + 0.85)],
        stage.paint.tone(darker(colour, 0.18), wall.depthAt(from))
      )
    : ''
  const rail = wallLine(stage, wall, [from, low + 0.87], [to, low + 0.87], stage.paint.tone('#f4efe2', wall.depthAt(from)), 2, 0.9)
  return slab + shadeBelow(stage, wall, from, to, low - 0.16, 0.9, 0.25) + front + side + rail
}

export function door(stage: Stage, wall: Wall, from: number, to: number, high: number, colour: Colour): string {
  const depth = wall.depthAt(from)
  const tone = (shade: Colour) => stage.paint.tone(shade, depth)
  const inset = 0.08
  return [
    panel(stage, wall, { from: from - 0.1, to: to + 0.1, low: 0, high: high + 0.1 }, tone(lighter(colour, 0.5))),
    panel(stage, wall, { from, to, low: 0, high }, tone(colour)),
    panel(stage, wall, { from: from + inset, to: to - inset, low: high * 0.55, high: high - inset }, glass(stage, depth, true)),
    panel(stage, wall, { from: from + inset, to: to - inset, low: 0.12, high: high * 0.48 }, tone(darker(colour, 0.14))),
    wallLine(stage, wall, [to - 0.16, high * 0.48], [to - 0.16, high * 0.56], tone('#e7d9a8'), 2.4)
  ].join('')
}

/** An awning: stripes that slope out over the footway, with a shadow on the wall below. */
export function awning(stage: Stage, wall: Wall, from: number, to: number, high: number, colour: Colour, out = 1): string {
  const depth = wall.depthAt(from)
  const drop = 0.5
  const count = Math.max(4, Math.round((to - from) / 0.5))
  const step = (to - from) / count
  const { project } = stage.camera
  const slope = (index: number) => {
    const [a, b] = [from + index * step, from + (index + 1) * step]
    const corners = [wall.at(a, high), wall.at(b, high), wall.at(b, high - drop, out), wall.at(a, high - drop, out)]
    return `M${corners
      .map(spot =>
        project(spot)
          .map(value => short(value))
          .join(' ')
      )
      .join('L')}Z`
  }
  const stripes = [0, 1].map(parity => {
    const shade = parity ? '#f6efdf' : colour
    const own = Array.from({ length: count }, (_, index) => index).filter(index => index % 2 === parity)
    const flaps = own.map(index => ({
      from: from + index * step,
      to: from + (index + 1) * step,
      low: high - drop - 0.18,
      high: high - drop
    }))
    return (
      path(own.map(slope).join(''), stage.paint.tone(shade, depth)) +
      panels(stage, wall, flaps, stage.paint.tone(darker(shade, 0.14), depth), 1, out)
    )
  })
  const under = face(
    stage,
    [wall.at(from, high), wall.at(from, high - drop, out), wall.at(from, high - drop - 0.1, out), wall.at(from, high - 0.3)],
    stage.paint.tone(darker(colour, 0.45), depth)
  )
  return shadeBelow(stage, wall, from, to, high, 1.5, 0.34) + (wall.isSide ? under : '') + stripes.join('')
}

/** A shop front: glass with warm light, a door, a sign with a plain mark instead of words, an awning. */
export function shopFront(stage: Stage, wall: Wall, from: number, to: number, colour: Colour, mark: number): string {
  const { paint } = stage
  const depth = wall.depthAt(from)
  const tone = (shade: Colour) => paint.tone(shade, depth)
  const inside = paint.mood.isNight
    ? paint.gradient([
        [0, paint.glow('#ffe2a6', depth)],
        [1, paint.glow('#d99a45', depth)]
      ])
    : paint.gradient([
        [0, tone('#6d7f84')],
        [0.45, tone('#b99f78')],
        [1, tone('#7b6a55')]
      ])
  const doorFrom = from + (to - from) * 0.62
  const shelves = [0.95, 1.45, 1.95].map(up => wallLine(stage, wall, [from + 0.4, up], [doorFrom - 0.25, up], tone('#e6d4ae'), 2))
  const goods = Array.from({ length: depth < 0.2 ? 9 : 0 }, (_, index) => {
    const at = from + 0.5 + ((doorFrom - from - 1) * (index % 5)) / 5
    const low = [0.95, 1.45, 1.95][index % 3] ?? 1
    const shade = ['#d9924a', '#7aa36b', '#c8685a', '#e4c063', '#6b98a3'][(index + mark) % 5] ?? colour
    return panel(stage, wall, { from: at, to: at + 0.26, low, high: low + 0.3 }, tone(shade), 0.85)
  })
  const signLow = 2.95
  const signs = (depth < 0.3 ? [0.3, 0.44, 0.58] : []).map((share, index) => {
    const at = from + (to - from) * share
    const size = index === 0 ? 0.2 : 0.15
    return panel(
      stage,
      wall,
      { from: at, to: at + size * 1.6, low: signLow + 0.28 - size / 2, high: signLow + 0.28 + size / 2 },
      tone('#fbf5e6'),
      0.92,
      0.13
    )
  })
  return [
    panel(stage, wall, { from: from + 0.1, to: to - 0.1, low: 0, high: 2.85 }, tone('#4c5352')),
    panel(stage, wall, { from: from + 0.25, to: doorFrom - 0.1, low: 0.5, high: 2.65 }, inside),
    ...(depth < 0.2 ? [...shelves, ...goods] : []),
    panel(stage, wall, { from: from + 0.25, to: doorFrom - 0.1, low: 0.5, high: 2.65 }, paint.mood.skyMiddle, 0.14),
    panel(stage, wall, { from: doorFrom, to: to - 0.25, low: 0.05, high: 2.4 }, inside),
    wallLine(stage, wall, [doorFrom + 0.14, 1], [doorFrom + 0.14, 1.35], tone('#f3ead2'), 2.6),
    boxOn(stage, wall, { from: from + 0.05, to: to - 0.05, low: signLow, high: signLow + 0.56 }, 0.12, darker(colour, 0.18)),
    ...signs,
    awning(stage, wall, from + 0.15, to - 0.15, signLow, colour)
  ].join('')
}
