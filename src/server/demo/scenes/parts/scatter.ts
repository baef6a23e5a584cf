import type { Paint } from '#server/demo/scenes/parts/paint'
import { scrap } from '#server/demo/scenes/parts/rubbish'
import { put, type Stage } from '#server/demo/scenes/parts/stage'
import type { SeededRandom } from '#server/demo/seeded-random'

interface Stretch {
  left: number
  right: number
  near: number
  far: number
}

/** Many small things over a stretch of ground, the far ones first. */
export function scatter(
  stage: Stage,
  name: string,
  count: number,
  { left, right, near, far }: Stretch,
  one: (paint: Paint, random: SeededRandom) => string
): string {
  const random = stage.chance(name)
  return Array.from({ length: count }, () => near + random.next() * (far - near))
    .sort((a, b) => b - a)
    .map(away => put(stage, random.between(left, right), away, one(stage.paint, random), { isMirrored: random.isLucky(0.5) }))
    .join('')
}

export const litter = (stage: Stage, count: number, where: Stretch) => scatter(stage, 'litter', count, where, scrap)
