import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { DEMO_PICTURES_DIRECTORY, demoPictureName, drawDemoPicture, scenesOf, type DemoDrawing } from '#server/demo/demo-pictures'
import { planDemoReports } from '#server/demo/demo-reports'
import { rewardSubjects } from '#server/demo/scenes/rewards/draw-reward'

const SCRATCH = `${DEMO_PICTURES_DIRECTORY}.new`

async function draw(drawing: DemoDrawing): Promise<void> {
  const { variants, ...facts } = await drawDemoPicture(drawing)
  const folder = join(SCRATCH, demoPictureName(drawing))
  await mkdir(folder, { recursive: true })
  for (const [variant, bytes] of Object.entries(variants)) await writeFile(join(folder, `${variant}.jpg`), bytes)
  await writeFile(join(folder, 'facts.json'), JSON.stringify(facts))
}

/** A step of the build: draws every picture of the demo city into `dist/demo-pictures`, all or none. */
async function main() {
  await rm(SCRATCH, { recursive: true, force: true })
  const limit = pLimit(3)
  const drawings = [...scenesOf(planDemoReports(new Date())), ...rewardSubjects.map(reward => ({ reward }))]
  await Promise.all(drawings.map(drawing => limit(() => draw(drawing))))
  await rm(DEMO_PICTURES_DIRECTORY, { recursive: true, force: true })
  await rename(SCRATCH, DEMO_PICTURES_DIRECTORY)
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`)
  process.exit(1)
})
