import { SCENE_HEIGHT, SCENE_WIDTH } from '#server/demo/scenes/parts/camera'
import { mix } from '#server/demo/scenes/parts/colour'
import { circle, discs, path, rect, short, stroke } from '#server/demo/scenes/parts/shapes'
import type { Stage } from '#server/demo/scenes/parts/stage'

/** Sky with its light, clouds and, far off, the roofs of the rest of the town. */
export function drawSky(stage: Stage): string {
  const { camera, paint } = stage
  const { mood } = paint
  const random = stage.chance('sky')
  const sky = paint.gradient([
    [0, mood.skyTop],
    [0.6, mood.skyMiddle],
    [1, mood.skyLow]
  ])
  const lightX = random.between(160, 1120)
  return [
    rect(0, 0, SCENE_WIDTH, camera.horizon + 40, sky),
    rect(0, camera.horizon, SCENE_WIDTH, SCENE_HEIGHT - camera.horizon, mood.haze),
    mood.isNight ? nightLights(stage, lightX) : sunGlow(stage, lightX),
    ...Array.from({ length: mood.name === 'overcast' || mood.name === 'after-rain' ? 6 : 3 }, () => cloud(stage, random)),
    random.isLucky(0.4) && !mood.isNight ? birds(random.between(200, 1000), random.between(60, 180), paint.tone('#53626b', 0.4)) : '',
    skyline(stage, 0.9, 150),
    skyline(stage, 0.68, 96)
  ].join('')
}

function sunGlow({ camera, paint }: Stage, x: number): string {
  const { mood } = paint
  if (mood.name === 'overcast' || mood.name === 'after-rain') return ''
  const y = mood.name === 'clear' ? 90 : camera.horizon - 130
  const warm = mood.name === 'clear' ? '#ffffff' : '#fff0c9'
  return circle(
    x,
    y,
    330,
    paint.radial([
      [0, warm, 0.85],
      [0.12, warm, 0.7],
      [0.35, warm, 0.22],
      [1, warm, 0]
    ])
  )
}

function nightLights(stage: Stage, x: number): string {
  const random = stage.chance('stars')
  const stars = Array.from({ length: 46 }, () =>
    circle(random.between(0, SCENE_WIDTH), random.between(0, stage.camera.horizon - 110), random.between(0.6, 1.7), '#dfe8ff', 0.7)
  )
  const moonY = random.between(80, 150)
  const halo = stage.paint.radial([
    [0, '#f5ecd0', 0.5],
    [1, '#f5ecd0', 0]
  ])
  return (
    stars.join('') +
    circle(x, moonY, 120, halo) +
    circle(x, moonY, 24, '#f6eed7') +
    circle(x + 9, moonY - 6, 20, stage.paint.mood.skyTop, 0.85)
  )
}

function cloud({ camera, paint }: Stage, random: ReturnType<Stage['chance']>): string {
  const x = random.between(-80, SCENE_WIDTH)
  const y = random.between(40, camera.horizon - 190)
  const width = random.between(130, 300)
  const fill = paint.gradient([
    [0, paint.mood.cloud, 0.9],
    [1, paint.mood.cloud, 0.1]
  ])
  const puffs = [0.06, 0.24, 0.44, 0.64, 0.82].map(
    share => [x + share * width, y - Math.sin(share * Math.PI) * width * 0.08, width * (0.05 + 0.11 * Math.sin(share * Math.PI))] as const
  )
  const foot = rect(x - width * 0.02, y - width * 0.01, width * 0.92, width * 0.075, fill, width * 0.037)
  return discs(puffs, fill) + foot
}

function birds(x: number, y: number, colour: string): string {
  return [0, 34, 61]
    .map((shift, index) => {
      const size = 9 - index * 1.5
      const [bx, by] = [x + shift, y + (index % 2) * 15]
      return stroke(
        `M${short(bx - size)} ${short(by - size * 0.4)}Q${short(bx - size * 0.4)} ${short(by - size * 0.7)} ${short(bx)} ${short(by)}Q${short(bx + size * 0.4)} ${short(by - size * 0.7)} ${short(bx + size)} ${short(by - size * 0.4)}`,
        colour,
        1.8
      )
    })
    .join('')
}

/** Roofs against the sky, one path; `depth` says how hazy, `height` how tall in pixels. */
function skyline({ camera, chance, paint }: Stage, depth: number, height: number): string {
  const random = chance(`skyline ${height}`)
  const colour = mix(paint.tone('#7d93a0', depth), paint.mood.skyLow, 0.25)
  const base = camera.horizon + 30
  let x = -20
  let d = `M-20 ${base}`
  const lit: string[] = []
  while (x < SCENE_WIDTH + 20) {
    const width = random.between(38, 96)
    const top = camera.horizon - random.between(0.25, 1) * height
    d += random.isLucky(0.22)
      ? `L${short(x)} ${short(top + 14)}L${short(x + width / 2)} ${short(top)}L${short(x + width)} ${short(top + 14)}`
      : `L${short(x)} ${short(top)}L${short(x + width)} ${short(top)}`
    if (paint.mood.isNight) {
      for (let spot = 0; spot < 5; spot += 1) {
        lit.push(rect(x + random.between(5, width - 8), top + random.between(8, 60), 3.4, 4.6, '#f5c15c', 0, random.between(0.25, 0.7)))
      }
    }
    x += width + random.between(-6, 14)
  }
  return path(`${d}L1300 ${base}Z`, colour) + lit.join('')
}
