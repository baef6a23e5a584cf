import { existsSync } from 'node:fs'
import { buildH5, buildWeapp } from './app-builds.mjs'
import { bundleCloudFunctions, bundleProgram, bundleServer, drawPictures, isServerBundled } from './bundles.mjs'
import { ensureChromium } from './chromium.mjs'
import { runJest } from './jest-run.mjs'
import { testMovedClocks } from './moved-clocks.mjs'
import { checkSizes } from './sizes.mjs'
import { run, runOrStop, say, Stop } from './terminal.mjs'

const node = (program, ...args) => runOrStop(process.execPath, [program, ...args])

/** A part that runs tests returns their counts; any other part returns nothing and stops with a fault. */
const jest =
  (projects, env = {}, extra = []) =>
  async ({ isShown = false, words = [] } = {}) => {
    const result = await runJest(projects, { env, isShown, extra: [...extra, ...words] })
    if (result.failed > 0 && !isShown) say(withoutReport(result.output))
    if (result.skipped > 0) say(`${result.skipped} tests are skipped or to do; each counts as failed.`)
    return { passed: result.passed, failed: result.failed }
  }

const withoutReport = output =>
  output
    .split('\n')
    .filter(line => !line.startsWith('{"numFailedTestSuites"'))
    .join('\n')
    .trim()

async function program(entry, words) {
  if (!existsSync(entry)) throw new Stop(`${entry} is not there.`)
  const outfile = `dist/programs/${entry.split('/').at(-1).replace(/\.ts$/, '.mjs')}`
  await bundleProgram(entry, outfile)
  const { code } = await run(process.execPath, ['--enable-source-maps', outfile, ...words], { isShown: true })
  if (code !== 0) throw new Stop(`${entry} ended with ${code}.`)
}

/** A program that is bundled with the server and works on its database. */
const serverProgram =
  name =>
  async ({ words = [] } = {}) => {
    if (!isServerBundled()) await bundleServer()
    await runOrStop(process.execPath, ['--enable-source-maps', `dist/server/${name}.mjs`, ...words], { isShown: true })
  }

export const parts = {
  types: () => node('node_modules/typescript/bin/tsc', '--noEmit', '--project', '.'),
  lint: () => node('node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'),
  format: () => node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.', '!src/server/database/migrations/**'),
  boundaries: () => node('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', 'config/boundaries.cjs', 'src', 'tests'),
  weapp: ({ words = [] } = {}) => buildWeapp({ isDemo: words.includes('--demo') }),
  'weapp:demo': () => buildWeapp({ isDemo: true }),
  h5: buildH5,
  server: bundleServer,
  pictures: drawPictures,
  cloud: bundleCloudFunctions,
  sizes: async () => say(await checkSizes()),
  'test:unit': jest(['unit', 'app']),
  'test:server:pglite': jest(['server'], { DATABASE: 'pglite' }),
  'test:server:postgres': jest(['server'], { DATABASE: 'postgres' }),
  'test:dates': testMovedClocks,
  'test:weapp': jest(['weapp']),
  'test:architecture': jest(['architecture']),
  // A journey waits for pages and servers more than it reckons, so three of them share two cores.
  'test:journeys': async options => jest(['journeys'], { CHROMIUM_PATH: await ensureChromium() }, ['--maxWorkers=3'])(options),
  chromium: async () => say(`  ${await ensureChromium()}`),
  migrate: serverProgram('migrate'),
  'city:create': serverProgram('city-create'),
  'city:admin': serverProgram('city-admin'),
  'points:rebuild': serverProgram('rebuild-points'),
  'points:crash': ({ words = [] } = {}) => program('tests/bench/points-crash.ts', words),
  bench: ({ words = [] } = {}) => program('tests/bench/main.ts', words),
  learners: ({ words = [] } = {}) => program('tests/bench/learners.ts', words)
}
