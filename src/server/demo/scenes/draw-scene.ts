import { SCENE_HEIGHT, SCENE_WIDTH } from '#server/demo/scenes/parts/camera'
import { moodsAfter, moodsBefore, nightMood } from '#server/demo/scenes/parts/mood'
import { createPaint, type Paint } from '#server/demo/scenes/parts/paint'
import { circle, group, rect } from '#server/demo/scenes/parts/shapes'
import { createStage, type ScenePhase } from '#server/demo/scenes/parts/stage'
import type { Subject } from '#server/demo/scenes/subjects/subject'
import { subjectOf } from '#server/demo/scenes/subjects/subject-of'
import { seededRandom } from '#server/demo/seeded-random'

export interface SceneOptions {
  /** A code of categories.csv; one without a drawing of its own gets a plain street corner. */
  categoryCode: string
  phase: ScenePhase
  /** The same seed is the same place. */
  seed: number
  /** A second picture of the same thing, from nearer. */
  isCloseUp?: boolean
}

/** What of the picture a close-up shows: its middle and lower part, where the subject stands. */
const CLOSE_UP = '230 300 820 615'
const WHOLE = `0 0 ${SCENE_WIDTH} ${SCENE_HEIGHT}`

/**
 * A picture of a place with the problem of this category, or of the same place put right, as SVG of 1280 × 960. It has no
 * faces, no plates and no text, and asks for no font.
 */
export function drawScene({ categoryCode, phase, seed, isCloseUp = false }: SceneOptions): string {
  return drawSubject(subjectOf(categoryCode), phase, seed, isCloseUp ? CLOSE_UP : WHOLE)
}

export function drawSubject(subject: Subject, phase: ScenePhase, seed: number, viewBox = WHOLE): string {
  const random = seededRandom(seed)
  const isMirrored = random.isLucky(0.5)
  const weather = { before: random.pick(moodsBefore), after: random.pick(moodsAfter) }
  const camera = subject.view.camera(random)
  const paint = createPaint(subject.isNight ? nightMood : weather[phase])
  const stage = createStage(camera, paint, phase, seed)
  const picture = subject.view.back(stage) + subject.draw(stage) + (subject.view.front?.(stage) ?? '')
  const turned = isMirrored ? group(`translate(${SCENE_WIDTH} 0) scale(-1 1)`, picture) : picture
  const finish = finishing(paint, seed)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SCENE_WIDTH}" height="${SCENE_HEIGHT}" viewBox="${viewBox}">${paint.definitions()}${finish.pattern}${turned}${finish.layer}</svg>`
}

/** A breath of paper grain, and edges a little darker, as in print. Upright and level gradients cost next to nothing, round ones a lot. */
function finishing(paint: Paint, seed: number): { pattern: string; layer: string } {
  const random = seededRandom(seed + 1)
  const specks = Array.from({ length: 90 }, () =>
    circle(random.between(0, 160), random.between(0, 160), random.between(0.4, 1), random.isLucky(0.5) ? '#ffffff' : '#1d2b33', 0.16)
  )
  const pattern = `<defs><pattern id="grain" width="160" height="160" patternUnits="userSpaceOnUse">${specks.join('')}</pattern></defs>`
  const { shadow } = paint.mood
  const level = paint.gradient(
    [
      [0, shadow, 0.14],
      [0.25, shadow, 0],
      [0.75, shadow, 0],
      [1, shadow, 0.14]
    ],
    'right'
  )
  const upright = paint.gradient([
    [0, shadow, 0.1],
    [0.2, shadow, 0],
    [0.7, shadow, 0],
    [1, shadow, 0.24]
  ])
  return { pattern, layer: ['url(#grain)', level, upright].map(fill => rect(0, 0, SCENE_WIDTH, SCENE_HEIGHT, fill)).join('') }
}
