import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled, requireNode } from './installation.mjs'
import { leaveSignals, say, Stop, stopWithNpm, withHeartbeat } from './terminal.mjs'

// The two commands of the README: `npm start` and `npm test`, each alone on a fresh clone. Nothing here may need a package before
// ensureInstalled has run, so what does is imported after it.
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))

/** Brings everything up to date and becomes the server: one process, so Ctrl-C and the exit code are the server's own. */
async function start() {
  const { buildH5, isH5Built } = await import('./app-builds.mjs')
  const { arePicturesDrawn, bundleServer, drawPictures, isServerBundled } = await import('./bundles.mjs')
  if (!isH5Built()) {
    say('Building the app for the browser (half a minute, only after changes) …')
    await withHeartbeat('building', buildH5)
  }
  if (!isServerBundled()) {
    say('Bundling the server …')
    await bundleServer()
  }
  if (!arePicturesDrawn()) {
    say('Drawing the photos of the demo city …')
    await withHeartbeat('drawing', drawPictures)
  }
  process.setSourceMapsEnabled(true)
  leaveSignals()
  await import(pathToFileURL('dist/server/main-http.mjs').href)
}

async function test() {
  const { runTestPlan } = await import('./test-plan.mjs')
  process.exitCode = (await runTestPlan()) ? 0 : 1
}

stopWithNpm()
try {
  requireNode()
  const command = { start, test }[process.argv[2]]
  if (!command) throw new Stop('Use: npm start, or npm test')
  await ensureInstalled()
  await command()
} catch (fault) {
  say(fault instanceof Stop ? fault.message : String(fault?.stack ?? fault))
  process.exitCode = 1
}
