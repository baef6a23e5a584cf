import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { DEMO_PICTURES_DIRECTORY, demoPictureName, drawDemoPicture, scenesOf } from '#server/demo/demo-pictures'
import { planDemoReports } from '#server/demo/demo-reports'
import type { SceneOptions } from '#server/demo/scenes/draw-scene'

const SCRATCH = `${DEMO_PICTURES_DIRECTORY}.new`

async function draw(scene: SceneOptions): Promise<void> {
  const { variants, ...facts } = await drawDemoPicture(scene)
  const folder = join(SCRATCH, demoPictureName(scene))
  await mkdir(folder, { recursive: true })
  for (const [variant, bytes] of Object.entries(variants)) await writeFile(join(folder, `${variant}.jpg`), bytes)
  await writeFile(join(folder, 'facts.json'), JSON.stringify(facts))
}

/** A step of the build: draws every picture of the demo city into `dist/demo-pictures`, all or none. */
async function main() {
  await rm(SCRATCH, { recursive: true, force: true })
  const limit = pLimit(3)
  await Promise.all(scenesOf(planDemoReports(new Date())).map(scene => limit(() => draw(scene))))
  await rm(DEMO_PICTURES_DIRECTORY, { recursive: true, force: true })
  await rename(SCRATCH, DEMO_PICTURES_DIRECTORY)
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`)
  process.exit(1)
})
