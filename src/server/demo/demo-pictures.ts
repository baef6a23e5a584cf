import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SceneOptions } from '#server/demo/scenes/draw-scene'
import type { DemoReport } from '#server/demo/demo-reports'
import type { RewardSubject } from '#server/demo/scenes/rewards/draw-reward'

/** What is kept of a picture, as `preparePhoto` makes it. */
export interface DemoPicture {
  sha256: string
  width: number
  height: number
  variants: { photo: Uint8Array; thumbnail: Uint8Array; glance: Uint8Array }
}

/** Drawn once when the product is built: drawing takes longer than a newcomer likes to wait. */
export const DEMO_PICTURES_DIRECTORY = 'dist/demo-pictures'

/** A place with something to report, or a reward on its table. */
export type DemoDrawing = SceneOptions | { reward: RewardSubject }

const nameOfScene = ({ categoryCode, phase, seed, isCloseUp }: SceneOptions) =>
  `${categoryCode}-${phase}-${seed}${isCloseUp ? '-close' : ''}`

export const demoPictureName = (drawing: DemoDrawing) => ('reward' in drawing ? `reward-${drawing.reward}` : nameOfScene(drawing))

/** The scenes of a report's first photos: the second is the same place from nearer. */
export const scenesBefore = (report: DemoReport): SceneOptions[] =>
  Array.from({ length: report.photoCount }, (_, index) => ({
    categoryCode: report.categoryCode,
    phase: 'before',
    seed: report.sceneSeed + index
  }))

export const sceneOfStep = (report: DemoReport, phase: 'before' | 'after'): SceneOptions => ({
  categoryCode: report.categoryCode,
  phase,
  seed: report.sceneSeed
})

/** Every scene the plan asks for, once. */
export function scenesOf(reports: readonly DemoReport[]): SceneOptions[] {
  const all = reports.flatMap(report => [
    ...scenesBefore(report),
    ...report.steps.flatMap(step => (step.photo ? [sceneOfStep(report, step.photo)] : []))
  ])
  return [...new Map(all.map(scene => [demoPictureName(scene), scene])).values()]
}

/** Draws and prepares it like any upload. */
export async function drawDemoPicture(drawing: DemoDrawing): Promise<DemoPicture> {
  const { renderReward, renderScene } = await import('#server/demo/scenes/render-scene')
  const { preparePhoto } = await import('#server/files/photo-pipeline')
  return preparePhoto(await ('reward' in drawing ? renderReward(drawing.reward) : renderScene(drawing)))
}

/** The picture as drawn by the build, or drawn now where there was none. */
export async function readDemoPicture(drawing: DemoDrawing): Promise<DemoPicture> {
  const folder = join(DEMO_PICTURES_DIRECTORY, demoPictureName(drawing))
  try {
    // At once, not by turns: the threads that read are busy forcing the pictures before this one out to the disk.
    const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as Omit<DemoPicture, 'variants'>
    const read = (variant: string) => readFileSync(join(folder, `${variant}.jpg`))
    return { ...facts, variants: { photo: read('photo'), thumbnail: read('thumbnail'), glance: read('glance') } }
  } catch {
    // Not built yet, or half built: drawing it now is only slower.
    return drawDemoPicture(drawing)
  }
}
