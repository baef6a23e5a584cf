import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import { circle, discs, ellipse, path, rect, short, stroke } from '#server/demo/scenes/parts/shapes'
import { groundShadow, put, type Stage } from '#server/demo/scenes/parts/stage'
import type { SeededRandom } from '#server/demo/seeded-random'

export const leafColours: readonly Colour[] = ['#5f9160', '#6b9a52', '#4f8a6a', '#82a04e', '#d9a441', '#7b9a45']

/** Leaves as three layers of rounds: shade below, body, light above on the left. In centimetres around (0, 0). */
export function crown(stage: Stage, random: SeededRandom, radius: number, colour: Colour, depth: number): string {
  const { tone } = stage.paint
  const layers: [Colour, number, number, number, number][] = [
    [darker(colour, 0.34), 9, 0.08, 0.12, 0.46],
    [colour, 9, -0.03, -0.05, 0.4],
    [lighter(colour, 0.16), 7, -0.16, -0.2, 0.26],
    [lighter(colour, 0.3), 5, -0.25, -0.33, 0.14]
  ]
  return layers
    .map(([shade, count, shiftX, shiftY, size]) => {
      if (depth > 0.3 && size < 0.3) return ''
      const [x, y] = [shiftX * radius, shiftY * radius]
      const rounds = Array.from({ length: count }, (_, index) => {
        const angle = (index / count) * Math.PI * 2 + random.between(0, 0.7)
        const reach = radius * random.between(0.38, 0.58)
        return [Math.cos(angle) * reach * 1.1 + x, Math.sin(angle) * reach * 0.8 + y, radius * size * random.between(0.8, 1.12)] as const
      })
      return discs(size > 0.3 ? [[x, y, radius * 0.62] as const, ...rounds] : rounds, tone(shade, depth))
    })
    .join('')
}

/** A few single leaves at the rim, so that the crown does not look cut out. */
function looseLeaves(stage: Stage, random: SeededRandom, radius: number, colour: Colour, depth: number): string {
  return Array.from({ length: 12 }, () => {
    const angle = random.between(0, Math.PI * 2)
    const reach = radius * random.between(0.8, 0.98)
    return ellipse(
      Math.cos(angle) * reach,
      Math.sin(angle) * reach * 0.84 - radius * 0.06,
      radius * 0.05,
      radius * 0.03,
      stage.paint.tone(lighter(colour, random.between(0, 0.3)), depth)
    )
  }).join('')
}

/** A street tree of about six metres with its grate and shadow, `height` in centimetres to the middle of the crown. */
export function tree(
  stage: Stage,
  right: number,
  away: number,
  colour: Colour,
  options: { height?: number; radius?: number; isMirrored?: boolean } = {}
): string {
  const { height = 420, radius = 190 } = options
  const depth = Math.max(0, away - 7) / 60
  const random = stage.chance(`tree ${right.toFixed(1)} ${away.toFixed(1)}`)
  const bark = stage.paint.body('#8a6f57', depth)
  const trunk = path(`M-11 0C-8 -80 -10 -180 -7 -${short(height * 0.72)}L8 -${short(height * 0.72)}C9 -170 9 -80 13 0Z`, bark)
  const arms = stroke(
    `M0 -${short(height * 0.6)}C-10 -${short(height * 0.75)} -50 -${short(height * 0.8)} -80 -${short(height * 0.95)}M2 -${short(height * 0.62)}C20 -${short(height * 0.76)} 46 -${short(height * 0.84)} 74 -${short(height * 0.98)}`,
    stage.paint.tone('#7b6350', depth),
    9
  )
  const leaves = `<g transform="translate(0 -${short(height)})">${crown(stage, random, radius, colour, depth)}${depth < 0.15 ? looseLeaves(stage, random, radius, colour, depth) : ''}</g>`
  const grate = ellipse(0, 0, 58, 14, stage.paint.tone('#6d6457', depth), 0.55)
  return (
    groundShadow(stage, right + 0.3, away, 3, 1.6, 0.8) +
    put(stage, right, away, grate + trunk + arms + leaves, { isMirrored: options.isMirrored })
  )
}

/** A round shrub or a length of clipped hedge, `width` metres. */
export function shrub(stage: Stage, right: number, away: number, width: number, colour: Colour = '#6a9656'): string {
  const depth = Math.max(0, away - 7) / 60
  const random = stage.chance(`shrub ${right.toFixed(1)} ${away.toFixed(1)}`)
  const radius = width * 50
  const inner = `<g transform="translate(0 -${short(radius * 0.62)}) scale(1 .8)">${crown(stage, random, radius, colour, depth)}</g>`
  return groundShadow(stage, right, away, width * 1.1, 0.5) + put(stage, right, away, inner)
}

export function hedge(stage: Stage, left: number, right: number, away: number, height: number, colour: Colour = '#5f8f58'): string {
  const { camera, paint } = stage
  const depth = Math.max(0, away - 7) / 60
  const random = stage.chance(`hedge ${left} ${away}`)
  const [x1, low] = camera.project([left, 0, away])
  const [x2, high] = camera.project([right, height, away])
  const step = camera.scaleAt(away) * 0.16
  const shades = [0.05, 0.14, 0.24].map(share => paint.tone(lighter(colour, share), depth))
  const tops: [number, number, number][][] = shades.map(() => [])
  for (let x = x1; x < x2; x += step) random.pick(tops).push([x + step / 2, high + step * 0.2, step * random.between(0.62, 0.95)])
  for (let spot = 0; spot < (x2 - x1) / 9; spot += 1) {
    random.pick(tops).push([random.between(x1, x2), random.between(high, low - 2), step * random.between(0.12, 0.3)])
  }
  const body = paint.fall(paint.tone(colour, depth), paint.tone(darker(colour, 0.38), depth))
  return rect(x1, high, x2 - x1, low - high, body) + tops.map((rounds, index) => discs(rounds, shades[index] ?? colour, 0.85)).join('')
}

/** Small flowers over a patch of ground, near to far. */
export function flowers(stage: Stage, left: number, right: number, near: number, far: number, count: number): string {
  const { camera, paint } = stage
  const random = stage.chance(`flowers ${left} ${near}`)
  const petals = ['#f0c24e', '#e88d6b', '#f4efe2', '#d9799a', '#f2d98a']
  return Array.from({ length: count }, (_, index) => far - ((far - near) * index) / count)
    .map(away => {
      const [x, y] = camera.project([random.between(left, right), 0, away])
      const size = camera.scaleAt(away) * 0.05
      const stem = stroke(
        `M${short(x)} ${short(y)}q${short(random.between(-3, 3))} ${short(-size * 2)} 0 ${short(-size * 3.6)}`,
        paint.tone('#5d8d4c'),
        Math.max(1, size * 0.3)
      )
      const leaf = ellipse(x + size * 0.8, y - size, size * 0.8, size * 0.34, paint.tone('#6fa35a'))
      const top = y - size * 3.6
      const shade = paint.tone(random.pick(petals))
      const bloom = [-0.7, 0, 0.7].map(shift => circle(x + shift * size, top + Math.abs(shift) * size * 0.5, size * 0.68, shade)).join('')
      return stem + leaf + bloom + circle(x, top + size * 0.2, size * 0.4, paint.tone('#f7e3a0'))
    })
    .join('')
}

/** Branches that hang into the picture from above and frame it. */
export function overhang(stage: Stage, side: 'left' | 'right', colour: Colour): string {
  const random = stage.chance(`overhang ${side}`)
  const origin = side === 'left' ? -40 : 1320
  const direction = side === 'left' ? 1 : -1
  const branch = stroke(
    `M${origin} 40C${origin + direction * 120} 20 ${origin + direction * 210} 60 ${origin + direction * 330} 96`,
    stage.paint.tone('#6b5645'),
    9
  )
  const clumps = Array.from({ length: 15 }, (_, index) => {
    const share = index / 15
    const x = origin + direction * (20 + share * 340 + random.between(-24, 24))
    const y = 26 + share * 66 + random.between(-40, 44)
    return Array.from({ length: 5 }, () => {
      const shade = stage.paint.tone(random.isLucky(0.5) ? lighter(colour, 0.15) : darker(colour, 0.2))
      return `<ellipse cx="${short(x + random.between(-34, 34))}" cy="${short(y + random.between(-26, 26))}" rx="${short(random.between(13, 22))}" ry="${short(random.between(7, 11))}" transform="rotate(${short(random.between(-50, 50))} ${short(x)} ${short(y)})" fill="${shade}"/>`
    }).join('')
  })
  return branch + clumps.join('')
}
