import { parts } from './parts.mjs'
import { endChildren, say, Stop } from './terminal.mjs'

/**
 * Stages run one after another, the lanes of a stage side by side (two, for two cores), the parts of a lane in order.
 * Tests start when everything is built, because some of them open what was built; the journeys come last.
 * Lanes of tests have two workers each: what one waits for, the other uses, and no core stands idle while the last long file ends.
 */
const stages = [
  [['chromium']],
  [
    ['weapp:demo', 'h5', 'sizes', 'types', 'boundaries'],
    ['server', 'pictures', 'cloud', 'lint', 'format']
  ],
  [['test:unit', 'test:server:pglite'], ['test:server:postgres']],
  [['test:weapp', 'test:architecture'], ['test:journeys']]
]

const seconds = startedAt => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`

/** Runs everything, stops at the first failure and returns whether all went well; the last line printed is the count of tests. */
export async function runTestPlan() {
  const startedAt = Date.now()
  const sums = { passed: 0, failed: 0, hasStopped: false }
  for (const lanes of stages) {
    if (!sums.hasStopped) await Promise.all(lanes.map(lane => runLane(lane, sums)))
  }
  say(`${sums.hasStopped ? 'Stopped' : 'Everything ran'} after ${seconds(startedAt)}.`)
  say(`${sums.passed} passed, ${sums.failed} failed`)
  return !sums.hasStopped
}

async function runLane(lane, sums) {
  for (const name of lane) {
    if (sums.hasStopped) return
    const startedAt = Date.now()
    say(`${name} …`)
    const { counts, fault } = await attempt(name)
    // What another lane stopped did not fail by itself and is not worth a reader's time.
    if (sums.hasStopped) return
    sums.passed += counts?.passed ?? 0
    sums.failed += counts?.failed ?? 0
    const isDone = !fault && !counts?.failed
    if (fault) say(fault instanceof Stop ? fault.message : String(fault?.stack ?? fault))
    say(
      `${isDone ? '✓' : '✗'} ${name} ${seconds(startedAt)}${Number.isInteger(counts?.passed) ? ` (${counts.passed} passed, ${counts.failed} failed)` : ''}`
    )
    if (isDone) continue
    sums.hasStopped = true
    endChildren()
  }
}

async function attempt(name) {
  try {
    return { counts: await parts[name]() }
  } catch (fault) {
    return { fault }
  }
}
