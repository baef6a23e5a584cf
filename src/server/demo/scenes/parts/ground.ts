import { isOutOfSight, SCENE_HEIGHT, SCENE_WIDTH } from '#server/demo/scenes/parts/camera'
import { darker, lighter, mix, type Colour } from '#server/demo/scenes/parts/colour'
import { circle, discs, ellipse, line, path, rect, short, stroke } from '#server/demo/scenes/parts/shapes'
import { groundDisc, groundFace, type Stage } from '#server/demo/scenes/parts/stage'

const FAR = 90

/** A ground that runs to the horizon, lighter and hazier the further away. */
export function drawBaseGround({ camera, paint }: Stage, colour: Colour): string {
  const fill = paint.gradient([
    [0, paint.tone(colour, 0.7)],
    [0.18, paint.tone(colour, 0.2)],
    [1, paint.tone(darker(colour, 0.1))]
  ])
  return rect(0, camera.horizon, SCENE_WIDTH, SCENE_HEIGHT - camera.horizon, fill)
}

/** A strip of ground that runs away from us, from `left` to `right` metres. */
export function strip(stage: Stage, left: number, right: number, colour: Colour, far = FAR): string {
  const { paint } = stage
  const fill = paint.gradient([
    [0, paint.tone(colour, 0.62)],
    [0.16, paint.tone(colour, 0.16)],
    [0.6, paint.tone(colour)],
    [1, paint.tone(darker(colour, 0.09))]
  ])
  return groundFace(stage, left, right, stage.camera.nearest * 0.98, far, fill)
}

/** Paving slabs: joints both ways and a few slabs of another shade. */
export function paving(stage: Stage, left: number, right: number, far: number, slab: number, colour: Colour): string {
  const { camera, paint } = stage
  const random = stage.chance(`paving ${left}`)
  const near = camera.nearest * 0.98
  const joint = paint.tone(darker(colour, 0.34))
  const shades = [lighter(colour, 0.2), lighter(colour, 0.1), darker(colour, 0.08), darker(colour, 0.14)].map(shade => ({
    fill: paint.tone(shade),
    d: ''
  }))
  for (let row = 0; near + row * slab < Math.min(far, 15); row += 1) {
    for (let x = left; x < right - 0.01; x += slab) {
      if (!random.isLucky(row < 10 ? 0.24 : 0.1)) continue
      const [to, front] = [Math.min(x + slab, right), near + row * slab]
      const corners = (
        [
          [x, 0, front],
          [to, 0, front],
          [to, 0, front + slab],
          [x, 0, front + slab]
        ] as const
      ).map(camera.project)
      const slabShade = random.pick(shades)
      if (!isOutOfSight(corners)) slabShade.d += `M${corners.map(corner => corner.map(short).join(' ')).join('L')}Z`
    }
  }
  const lines: string[] = []
  for (let x = left + slab; x < right - 0.01; x += slab) {
    lines.push(
      `M${camera.project([x, 0, near]).map(short).join(' ')}L${camera
        .project([x, 0, Math.min(far, 40)])
        .map(short)
        .join(' ')}`
    )
  }
  const across = [near, 5, 9, Math.min(far, 22)].slice(0, -1).map((from, band) => {
    let d = ''
    for (let z = near + slab; z < Math.min(far, 22); z += slab) {
      if (z >= from && z < ([5, 9, 22][band] ?? 0))
        d += `M${camera.project([left, 0, z]).map(short).join(' ')}L${camera.project([right, 0, z]).map(short).join(' ')}`
    }
    return d ? stroke(d, joint, [1.7, 1.1, 0.6][band] ?? 1, [0.36, 0.24, 0.12][band]) : ''
  })
  return [...shades.map(({ fill, d }) => (d ? path(d, fill, 0.6) : '')), stroke(lines.join(''), joint, 1.2, 0.3), ...across].join('')
}

/** The raised guide for people who cannot see, with its bars (GB 50763 asks for one along main footways). */
export function tactilePath(stage: Stage, left: number, far = 40): string {
  const { camera, paint } = stage
  const bars = [0.07, 0.16, 0.25, 0.34].map(offset =>
    line(camera.project([left + offset, 0, camera.nearest]), camera.project([left + offset, 0, 24]), paint.tone('#a9741d'), 2.4, 0.45)
  )
  const joints: string[] = []
  for (let z = camera.nearest; z < 14; z += 0.5) {
    joints.push(line(camera.project([left, 0, z]), camera.project([left + 0.42, 0, z]), paint.tone('#8a5a00'), Math.max(0.6, 6 / z), 0.4))
  }
  return strip(stage, left, left + 0.42, '#e3ac48', far) + bars.join('') + joints.join('')
}

/** A kerb along the road: bright top, dark side. `side` 1 when the road lies to the right. */
export function kerb(stage: Stage, at: number, side: 1 | -1 = 1): string {
  const { paint } = stage
  const [inner, outer] = side === 1 ? [at, at + 0.2] : [at - 0.2, at]
  const dark = side === 1 ? [outer, outer + 0.14] : [inner - 0.14, inner]
  return (
    strip(stage, inner, outer, '#e3dfd3') +
    groundFace(stage, dark[0] ?? 0, dark[1] ?? 0, stage.camera.nearest, FAR, paint.tone('#5c6163'), 0.55)
  )
}

/** White dashes along a road, `at` metres to the right. */
export function laneMarks(stage: Stage, at: number, width = 0.13): string {
  const marks: string[] = []
  for (let z = 3.2; z < 60; z += 5)
    marks.push(groundFace(stage, at, at + width, z, z + 2.6, stage.paint.tone('#f3efe4', Math.min(0.6, z / 70)), 0.85))
  return marks.join('')
}

/** Stripes one crosses on, seen lengthwise: bars from `left` to `right`, between near and far. */
export function zebra(stage: Stage, left: number, right: number, near: number, far: number): string {
  const bars: string[] = []
  for (let x = left; x < right; x += 1) bars.push(groundFace(stage, x, x + 0.52, near, far, stage.paint.tone('#f5f2e8'), 0.9))
  return bars.join('')
}

/** Small stones and stains in asphalt. */
export function asphaltTexture(stage: Stage, left: number, right: number): string {
  const random = stage.chance('asphalt')
  return ['#8c9091', '#3d4447']
    .map(colour => {
      const spots = Array.from({ length: 26 }, () => {
        const z = stage.camera.nearest + Math.pow(random.next(), 2) * 12
        const [x, y] = stage.camera.project([random.between(left, right), 0, z])
        return [x, y, stage.camera.scaleAt(z) * random.between(0.006, 0.018)] as const
      })
      return discs(spots, stage.paint.tone(colour), 0.5)
    })
    .join('')
}

/** Grass: blades standing up nearby, in a few greens. */
export function grassTufts(stage: Stage, left: number, right: number, near: number, far: number, count: number): string {
  const { camera, paint } = stage
  const random = stage.chance(`grass ${left}`)
  const tufts = ['#6f9d52', '#86b162', '#5d8d4c', '#a4c676'].map(colour => ({ colour: paint.tone(colour, 0.08), d: '' }))
  for (let index = 0; index < count; index += 1) {
    const z = near + Math.pow(random.next(), 1.6) * (far - near)
    const [x, y] = camera.project([random.between(left, right), 0, z])
    const size = camera.scaleAt(z) * random.between(0.05, 0.11)
    const lean = random.between(-0.4, 0.4) * size
    const blade = (across: number, up: number) =>
      `q${short(lean + across * size * 0.4)} ${short(-up * size * 0.5)} ${short(lean + across * size)} ${short(-up * size)}`
    random.pick(tufts).d +=
      `M${short(x - size * 0.2)} ${short(y)}${blade(-0.5, 0.9)}L${short(x)} ${short(y - size * 0.3)}${blade(0.15, 0.9)}L${short(x + size * 0.15)} ${short(y - size * 0.2)}${blade(0.55, 0.7)}L${short(x + size * 0.3)} ${short(y)}Z`
  }
  return tufts.map(({ colour, d }) => (d ? path(d, colour) : '')).join('')
}

/** The broken shade of a crown on the ground: one soft patch and a few lighter holes in it. */
export function dappledShade(stage: Stage, right: number, away: number, spread: number): string {
  const { shadow, shadowOpacity, isNight } = stage.paint.mood
  if (shadowOpacity < 0.15 || isNight) return ''
  const random = stage.chance(`dapple ${right} ${away}`)
  return Array.from({ length: 9 }, () => {
    const z = away + random.between(-spread, spread) * 0.6
    return z < stage.camera.nearest + 0.4
      ? ''
      : groundDisc(
          stage,
          right + random.between(-spread, spread) * 0.75,
          z,
          spread * random.between(0.26, 0.5),
          shadow,
          shadowOpacity * 0.28
        )
  }).join('')
}

/** Standing water with the sky in it, as a ragged patch on the ground. */
export function puddle(stage: Stage, right: number, away: number, radius: number, tint: Colour = '#7f9aa6'): string {
  const { camera, paint } = stage
  const random = stage.chance(`puddle ${right.toFixed(2)} ${away.toFixed(2)}`)
  const [x, y] = camera.project([right, 0, away])
  const scale = camera.scaleAt(away)
  const flat = (camera.project([0, 0, away - radius])[1] - camera.project([0, 0, away + radius])[1]) / 2
  const fill = paint.gradient([
    [0, mix(paint.tone(tint), paint.mood.skyMiddle, 0.55)],
    [1, mix(paint.tone(tint), paint.mood.skyTop, 0.2)]
  ])
  const lobes = Array.from({ length: 6 }, (_, index) => {
    const angle = (index / 6) * Math.PI * 2 + random.between(0, 0.6)
    const reach = random.between(0.35, 0.55)
    return [x + Math.cos(angle) * scale * radius * reach, y + Math.sin(angle) * flat * reach, random.between(0.42, 0.6)] as const
  })
  const edge = lobes.map(([cx, cy, size]) => ellipse(cx, cy, scale * radius * size + 5, flat * size + 3, paint.tone('#4f5b60'), 0.35))
  const water = lobes.map(([cx, cy, size]) => ellipse(cx, cy, scale * radius * size, flat * size, fill))
  const shine = ellipse(x - scale * radius * 0.25, y - flat * 0.25, scale * radius * 0.3, flat * 0.1, '#ffffff', 0.35)
  return [...edge, ...water, ellipse(x, y, scale * radius * 0.6, flat * 0.6, fill), shine].join('')
}

/** A wet street after rain mirrors the sky in a few places. */
export function wetSheen(stage: Stage, left: number, right: number): string {
  if (!stage.paint.mood.isWet) return ''
  const random = stage.chance('wet')
  return Array.from({ length: 7 }, () =>
    puddle(stage, random.between(left, right), random.between(4, 13), random.between(0.2, 0.5), '#93a7b0')
  ).join('')
}

export const softGlow = ({ paint }: Stage, x: number, y: number, radius: number, colour: Colour, strength = 0.6) =>
  circle(
    x,
    y,
    radius,
    paint.radial([
      [0, colour, strength],
      [0.4, colour, strength * 0.35],
      [1, colour, 0]
    ])
  )
