import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, say } from './terminal.mjs'

// What Jest's workers inherit: they read our TypeScript as it is, and a fault names the line that was written.
const nodeArguments = ['--enable-source-maps', '--import', new URL('typescript-modules.mjs', import.meta.url).href]

/** A test that leaves something open keeps Jest from ending; a check that never ends tells nobody anything. */
const MINUTES_MAX = 15

/** What random histories and properties begin with: said, so that whoever sees one fail can run the same again. */
const seed = process.env.PROPERTY_SEED ?? String(randomInt(2 ** 31))

/**
 * Runs some of the projects of jest.config.js and counts what they say. A file that could not even be loaded counts as one failure;
 * a skipped test is a failure too: nothing is left out in silence.
 */
export async function runJest(projects, { env = {}, isShown = false, extra = [] } = {}) {
  say(`Properties begin with PROPERTY_SEED=${seed}`)
  const folder = mkdtempSync(join(tmpdir(), 'tongchuang-jest-'))
  const report = join(folder, 'report.json')
  const args = [
    ...nodeArguments,
    'node_modules/jest/bin/jest.js',
    '--ci',
    '--selectProjects',
    ...projects,
    '--json',
    `--outputFile=${report}`,
    ...extra
  ]
  try {
    // --json also writes the whole report to standard output, so jest's words for people (standard error) are what is shown.
    const result = await run(process.execPath, args, {
      env: { PROPERTY_SEED: seed, ...env },
      isShown,
      isReportKept: true,
      minutesMax: MINUTES_MAX
    })
    return { ...result, ...countsOf(report, result.code) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countsOf(report, code) {
  let told
  try {
    told = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
  const skipped = told.numPendingTests + told.numTodoTests
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites + skipped
  return { passed: told.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped }
}
